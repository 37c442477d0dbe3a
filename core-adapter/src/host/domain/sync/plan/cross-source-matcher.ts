// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { compareNames } from '../identity/compare-names.js';
import type { Recognised } from './recognise-persons.js';
import { agesOf, gainsAge, type Age } from '../state/identity.js';
import type { CurrentPersons } from '../state/current-persons.js';
import { attachmentKey, type PersonState, type PersonStates, type PersonFields } from '../state/person-state.js';
import type { RenamedKeys } from './renamed-keys.js';
import type { HomonymPlan, PersonJoin } from './sync-plan.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { HomonymReason } from '../state/homonym.entity.js';
import { matchCandidates, type Match } from './match-candidates.js';
import { readCandidates, type Candidate } from './read-candidates.js';
import type { CrossSourceMatches } from './cross-source-matches.js';

const NOBODY: CrossSourceMatches = { joins: new Map(), homonyms: [] };

/**
 * Finds people that another source knows. National number, birth date and given name must agree and identify one person on both sides; an
 * administrator decides about weaker matches. Stored people are never joined automatically: bricks keep data about both. The file of one
 * school joins only pupils of that school: its head would learn about a number elsewhere.
 */
export class CrossSourceMatcher {
  /** National numbers of several people in the snapshot; read before the first join. */
  #shared: ReadonlySet<string> | undefined;
  readonly #taken = new Set<string>();

  private constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: string,
    private readonly snapshot: Pick<Snapshot, 'persons' | 'numberOf'>,
    private readonly alone: boolean,
    private readonly school: string | undefined,
    private readonly renamed: RenamedKeys,
  ) {}

  /**
   * Searches nothing while there is no other source.
   * @param options the school that the source is the file of; renamed keys
   */
  static async open(
    unitOfWork: UnitOfWork,
    source: string,
    snapshot: Pick<Snapshot, 'persons' | 'numberOf'>,
    { school, renamed }: { readonly school?: string | undefined; readonly renamed: RenamedKeys },
  ): Promise<CrossSourceMatcher> {
    const others = { name: Not(source), appliedRun: MoreThan(0) };
    const alone = !(await unitOfWork.run((manager) => manager.existsBy(SyncSourceRow, others)));
    return new CrossSourceMatcher(unitOfWork, source, snapshot, alone, school, renamed);
  }

  /** @param after the people read, a thousand at most */
  async find({ current: { present, left }, replaced }: Recognised, after: PersonStates): Promise<CrossSourceMatches> {
    if (this.alone) return NOBODY;
    const persons = [...after.values()];
    const newcomers = new Set(persons.filter(({ key }) => !present.has(key) && !left.has(key)));
    const others = persons.filter((person) => isOtherwise(present.get(person.key), person));
    const sought = [...newcomers, ...others].filter((person) => person.ine ?? person.birthDate);
    if (sought.length === 0) return NOBODY;
    const candidates = await this.unitOfWork.run((manager) => readCandidates(manager, this.source, sought));
    const like = indexOf(candidates);
    const within = this.school === undefined ? undefined : await this.#pupilsOf(this.school, candidates);
    const joins = new Map<string, Omit<PersonJoin, 'person'>>();
    const ages = await this.#agesOf(candidates);
    const homonyms: HomonymPlan[] = [];
    for (const person of sought) {
      // The former person of a retired key is asked about separately.
      const former = replaced.get(person.key)?.personId;
      const candidates = like(person).filter((one) => one.personId !== former && !this.#comesBack(one));
      const likenesses = matchCandidates(person, this.source, candidates);
      const only = newcomers.has(person) ? this.#only(person, likenesses) : undefined;
      const doubt = only && doubtAbout(person, only, within);
      if (only && !doubt) {
        this.#taken.add(only.personId);
        const isTurned = gainsAge(ages.get(only.personId) ?? [], agesOf(person.attachments));
        joins.set(person.key, { personId: only.personId, sources: this.#sourcesOf(only), isTurned });
      } else if (only && doubt) {
        homonyms.push(planOf(person, { candidate: only, agrees: true, why: doubt }));
      } else {
        homonyms.push(...likenesses.filter(({ candidate }) => isThere(candidate)).map((one) => planOf(person, one)));
      }
    }
    return { joins, homonyms };
  }

  /**
   * Keys in a school's file of returning people that another source names and that are not pupils of the school now. The file does not
   * bring them back: its head would follow them to another school.
   */
  async strangers({ left, elsewhere, stored }: CurrentPersons): Promise<ReadonlySet<string>> {
    const keys = [...left.keys()].filter((key) => elsewhere.has(key));
    if (this.school === undefined || keys.length === 0) return new Set();
    const candidates = keys.map((key) => ({ personId: stored.get(key)?.personId ?? '' }));
    const within = await this.#pupilsOf(this.school, candidates);
    return new Set(keys.filter((key) => !within.has(stored.get(key)?.personId ?? '')));
  }

  /** The only certain match of a person. */
  #only(person: PersonFields, likenesses: readonly Match[]): Candidate | undefined {
    const numbered = likenesses.filter(({ why }) => why !== 'number');
    const [only] = numbered;
    if (!only?.agrees || numbered.length > 1 || this.#taken.has(only.candidate.personId)) return undefined;
    this.#shared ??= sharedNumbers(this.snapshot.persons());
    return this.#shared.has(person.ine ?? '') ? undefined : only.candidate;
  }

  /** Whether this source names the candidate again, under the key that it had for them. */
  #comesBack({ said }: Candidate): boolean {
    return said.some(({ source, key }) => {
      if (source !== this.source || this.renamed.displaced.has(key)) return false;
      return this.snapshot.numberOf(key) !== undefined || this.renamed.newKeys.has(key);
    });
  }

  async #agesOf(candidates: readonly Candidate[]): Promise<Map<string, Age[]>> {
    const personId = In(candidates.map((candidate) => candidate.personId));
    const rows = await this.unitOfWork.run((manager) => manager.findBy(AttachmentRow, { personId, until: IsNull() }));
    const ages = new Map<string, Age[]>();
    for (const { personId: id, uai, profile } of rows) {
      ages.set(id, [...(ages.get(id) ?? []), ...agesOf([attachmentKey(uai, profile)])]);
    }
    return ages;
  }

  async #pupilsOf(uai: string, candidates: readonly Pick<Candidate, 'personId'>[]): Promise<Set<string>> {
    const personId = In(candidates.map((candidate) => candidate.personId));
    const rows = await this.unitOfWork.run((manager) =>
      manager.findBy(AttachmentRow, { uai, profile: 'pupil', until: IsNull(), source: Not(this.source), personId }),
    );
    return new Set(rows.map((row) => row.personId));
  }

  #sourcesOf({ said }: Candidate): string[] {
    const others = said.filter(({ source }) => source !== this.source);
    const present = others.filter(({ leftAt }) => leftAt === null);
    return [...new Set((present.length > 0 ? present : others).map(({ source }) => source))].sort();
  }
}

/** Whether the national number or birth date of a stored person changed. */
function isOtherwise(was: PersonState | undefined, is: PersonState): boolean {
  return was !== undefined && (was.ine !== is.ine || was.birthDate !== is.birthDate);
}

/**
 * The reason to ask an administrator although number and birth date agree.
 * @param within pupils of the school that the source is the file of
 */
function doubtAbout(
  person: PersonFields,
  { personId, givenName }: Candidate,
  within: ReadonlySet<string> | undefined,
): HomonymReason | undefined {
  if (compareNames(givenName, person.givenName) === 'differs') return 'name';
  return within === undefined || within.has(personId) ? undefined : 'file';
}

function isThere({ said }: Candidate): boolean {
  return said.some(({ leftAt }) => leftAt === null);
}

function planOf({ key, displayName }: PersonFields, { candidate, why }: Match): HomonymPlan {
  return { key, displayName, other: candidate.personId, why };
}

/** Indexes candidates by number and birth date: comparing a thousand people with a thousand candidates would be a million comparisons. */
function indexOf(candidates: readonly Candidate[]): (person: PersonFields) => Candidate[] {
  const by = new Map<string, Set<Candidate>>();
  for (const candidate of candidates) {
    for (const { ine, birthDate } of candidate.said) {
      for (const mark of [ine, birthDate]) if (mark !== null) by.set(mark, (by.get(mark) ?? new Set()).add(candidate));
    }
  }
  return ({ ine = '', birthDate = '' }) => [...new Set([...(by.get(ine) ?? []), ...(by.get(birthDate) ?? [])])];
}

function sharedNumbers(persons: Iterable<PersonFields>): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { ine } of persons) {
    if (ine === undefined) continue;
    if (seen.has(ine)) shared.add(ine);
    seen.add(ine);
  }
  return shared;
}
