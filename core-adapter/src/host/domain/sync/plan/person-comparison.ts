// SPDX-License-Identifier: EUPL-1.2
import { askAboutFormerAccounts } from './ask-about-former-accounts.js';
import { hasOnlyAnotherId } from './has-only-another-id.js';
import { IdsOfOthers } from './ids-of-others.js';
import { markLeftGrants } from './mark-left-grants.js';
import type { ComparedPerson, PlanPart } from './plan-part.js';
import { planPeople } from './plan-people.js';
import type { PreparedPlan } from './prepare-plan.js';
import { recognisePersons, type Recognised } from './recognise-persons.js';
import { readRenamedPersons } from './read-renamed-persons.js';
import type { SyncPlan, HomonymPlan } from './sync-plan.js';
import { schoolYears, type CurrentPlaces } from '../state/current-places.js';
import { keepNamesOfFirstSource } from '../state/keep-names-of-first-source.js';
import { schoolsOf, type PersonState, type PersonStates } from '../state/person-state.js';
import { type CurrentPersons, readCurrentPersons } from '../state/current-persons.js';
import { hasLetter } from '../state/has-letter.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { identityOf } from '../state/identity.js';

/** Compares people with their stored states, a batch at a time. */
export class PersonComparison {
  /** Keys that name another person than before, over all batches. */
  readonly replacedKeys = new Set<string>();
  readonly #idsOfOthers: IdsOfOthers;
  readonly #yearOf: (uai: string) => number;

  constructor(private readonly prepared: PreparedPlan) {
    this.#idsOfOthers = new IdsOfOthers(prepared.unitOfWork, prepared.before.source);
    this.#yearOf = schoolYears(prepared.before);
  }

  /**
   * Plans the changes to a batch of people.
   * @param said the states read, by key; a key without one has left
   */
  async plan(
    keys: readonly string[],
    said: ReadonlyMap<string, PersonState>,
    digests: SyncPlan['digests'],
  ): Promise<PlanPart> {
    const { unitOfWork, before, snapshot, known, renamed, unread, elsewhere } = this.prepared;
    const named = await readRenamedPersons(unitOfWork, before, keys, renamed);
    const displaced = keys.flatMap((key) => renamed.displaced.get(key) ?? []);
    const { current, replaced } = recognisePersons(named, said, {
      displaced,
      anew: renamed.anew,
      idsOfOthers: await this.#idsOfOthers.find(named, said),
      strangers: await elsewhere.strangers(named),
    });
    const after = unread.keep({ current, replaced, displaced }, said);
    const withNames = keepRealNames(current, after);
    const recognised = { current: keepNamesOfFirstSource(current, withNames), replaced, displaced };
    for (const key of replaced.keys()) this.replacedKeys.add(key);
    const likenesses = await elsewhere.find(recognised, after);
    const changes = planPeople({ before, after: snapshot }, recognised, withNames, likenesses);
    const plan = await markLeftGrants(unitOfWork, changes, { stored: recognised.current.stored, after });
    const from = keys.flatMap((to) => {
      const stored = renamed.storedKeys.get(to);
      return stored === undefined ? [] : [{ from: stored, to }];
    });
    const formerKeysOf = (key: string): readonly string[] => known.former.get(snapshot.numberOf(key) ?? -1) ?? [];
    const former = await findFormerPersons(unitOfWork, before, replaced, after, formerKeysOf);
    const { present, left } = recognised.current;
    // The former person of a key is asked about with the key, or is another one.
    const newcomers = [...withNames.values()].filter(
      ({ key }) => !present.has(key) && !left.has(key) && !replaced.has(key) && !likenesses.joins.has(key),
    );
    const accounts = await askAboutFormerAccounts({ ...this.prepared, source: before.source }, newcomers);
    const homonyms = [...plan.persons.homonyms, ...former, ...accounts];
    const persons = { ...plan.persons, renamed: from, homonyms };
    return {
      plan: { ...plan, persons, digests: unread.digests(digests, recognised.current, after, this.#yearOf) },
      compared: comparedPersons(keys, recognised, after),
      renewed: schoolsOfRenewed(recognised),
    };
  }
}

function comparedPersons(
  keys: readonly string[],
  { current: { present } }: Recognised,
  after: PersonStates,
): ComparedPerson[] {
  return Array.from(new Set([...keys, ...present.keys()]), (key) => ({ was: present.get(key), is: after.get(key) }));
}

/** The schools of each person who differs by the stable id alone. */
function schoolsOfRenewed({ current: { present, left }, replaced }: Recognised): string[][] {
  const renewed = [...replaced.values()].filter(hasOnlyAnotherId);
  return renewed.map(({ formerKey }) => schoolsOf((present.get(formerKey) ?? left.get(formerKey))?.attachments ?? []));
}

type Names = Pick<PersonState, 'givenName' | 'familyName' | 'displayName'>;

/**
 * The states to plan with: a stored name stays when the source says none, or one without a letter. People that another source named first
 * have their names from there.
 */
function keepRealNames(
  { present, left, namedElsewhere }: Pick<CurrentPersons, 'present' | 'left' | 'namedElsewhere'>,
  after: PersonStates,
): PersonStates {
  const kept = new Map<string, PersonState>();
  for (const [key, is] of after) {
    const was = namedElsewhere.has(key) ? undefined : (present.get(key) ?? left.get(key));
    if (was && isSilent(is)) kept.set(key, { ...is, ...realNames(was, is) });
  }
  return kept.size === 0 ? after : new Map([...after, ...kept]);
}

function isSilent({ givenName, familyName, displayName, login }: PersonState): boolean {
  return givenName === '' || familyName === '' || displayName === login;
}

function realNames(was: PersonState, is: PersonState): Names {
  const givenName = is.givenName || (hasLetter(was.givenName) ? was.givenName : '');
  const familyName = is.familyName || (hasLetter(was.familyName) ? was.familyName : '');
  // A missing display name is made of the names, or of the login, when an entry is read.
  const isMade = is.displayName === is.login || is.displayName === `${is.givenName} ${is.familyName}`.trim();
  return {
    givenName,
    familyName,
    displayName: isMade && hasLetter(was.displayName) ? was.displayName : is.displayName,
  };
}

/**
 * Finds people who had a key or a stable id before its last holder and may be the person that the entry names now: values that were wrong
 * in one sync and are corrected in the next must not cost a person their data for good.
 * @param formerKeysOf the stored keys of disabled people, by a key of the snapshot
 */
async function findFormerPersons(
  unitOfWork: UnitOfWork,
  places: CurrentPlaces,
  replaced: Recognised['replaced'],
  after: PersonStates,
  formerKeysOf: (key: string) => readonly string[],
): Promise<HomonymPlan[]> {
  const found: HomonymPlan[] = [];
  for (const { key, personId: last } of replaced.values()) {
    const person = after.get(key);
    if (!person) continue;
    const { stored } = await readCurrentPersons(unitOfWork, places, formerKeysOf(key));
    const former = [...stored.values()].filter(
      (one) => one.personId !== last && compareIdentities(one, identityOf(person)).answer !== 'different',
    );
    found.push(
      ...former.map(({ personId }) => ({ key, displayName: person.displayName, other: personId, why: 'key' as const })),
    );
  }
  return found;
}
