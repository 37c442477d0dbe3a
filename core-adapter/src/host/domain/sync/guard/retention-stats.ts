// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import { hasLetter } from '../state/has-letter.js';
import type { PersonState } from '../state/person-state.js';
import { capacitiesOf, capacityKey, type Capacity, type KindOf } from './capacity.js';
import { ClassChanges } from './class-changes.js';
import { GroupKinds } from './group-kinds.js';
import type { RetentionCount } from './retention-count.js';
import { NO_BASELINE, type Baseline, type Span } from './spans.js';

const NOBODY: RetentionCount = { before: 0, kept: 0 };

/** Data of people that a lost read right would remove from everybody. */
export const PERSON_FACTS = {
  'a given name': ({ givenName }) => hasLetter(givenName),
  'a family name': ({ familyName }) => hasLetter(familyName),
  // A missing display name is filled with the login when it is read, so the login counts as none.
  'a display name': ({ displayName, login }) => hasLetter(displayName) && displayName !== login,
  'a pupil number': ({ ine }) => ine !== undefined,
  'a day of birth': ({ birthDate }) => birthDate !== undefined,
  'a group': ({ memberships }) => [...memberships.values()].includes('member'),
  'a class': (person, kindOf) => isInClass(person, 'member', kindOf),
  'a group to teach': ({ memberships }) => [...memberships.values()].includes('teacher'),
  'a class to teach': (person, kindOf) => isInClass(person, 'teacher', kindOf),
  'a child': ({ children }) => children.size > 0,
} as const satisfies Readonly<Record<string, (person: PersonState, kindOf: KindOf) => boolean>>;

function isInClass({ memberships }: PersonState, as: MembershipRole, kindOf: KindOf): boolean {
  return [...memberships].some(([group, role]) => role === as && kindOf(group) === 'class');
}

export type PersonFact = keyof typeof PERSON_FACTS;

interface BeforeAndAfter {
  before: number;
  after: number;
}

type Counts = Map<string, { before: number; kept: number }>;

/** Counts people before and after, one by one, so that none has to be kept in memory. */
export class RetentionStats {
  readonly persons: BeforeAndAfter = { before: 0, after: 0 };
  /** People with another stable id and no other difference. */
  renewedIds = 0;
  /** The number of these people, by UAI. */
  readonly renewedIn = new Map<string, number>();
  /** Schools that had people, by UAI. */
  readonly #schools = new Set<string>();
  /** By `capacityKey`. */
  readonly #counts: Counts = new Map();
  /** The same counts, of people who came after the baseline. */
  readonly #newcomers: Readonly<Record<Span, Counts>> = { day: new Map(), week: new Map() };
  readonly #factCounts = new Map<PersonFact, BeforeAndAfter>();
  readonly classes: ClassChanges;

  constructor(
    private readonly baseline: Baseline = NO_BASELINE,
    private readonly kinds: GroupKinds = new GroupKinds(),
  ) {
    this.classes = new ClassChanges(baseline, kinds);
  }

  /**
   * Counts one person. Pass the same object twice when nothing changed.
   * @param was the stored state; undefined for a new person
   * @param is the state read; undefined for a person who leaves
   */
  compare(was: PersonState | undefined, is: PersonState | undefined): void {
    if (was) this.persons.before += 1;
    if (is) this.persons.after += 1;
    for (const what of Object.keys(PERSON_FACTS) as PersonFact[]) {
      const had = was !== undefined && PERSON_FACTS[what](was, this.kinds.before);
      const has = is !== undefined && PERSON_FACTS[what](is, this.kinds.after);
      if (had || has) this.#countFact(what, had, has);
    }
    if (!was) return;
    if (is) this.classes.compare(was, is);
    const isSame = is === was && !this.kinds.haveChanged;
    const kept = is === undefined || isSame ? undefined : capacitiesOf(is, this.kinds.after);
    for (const [key, { kind, uai }] of capacitiesOf(was, this.kinds.before)) {
      // People who left the source count among the people, not in the groups.
      if (is === undefined && (kind === 'group' || kind === 'group-of-kind')) continue;
      const isKept = is !== undefined && (kept === undefined || kept.has(key));
      count(this.#counts, key, isKept);
      if (uai === undefined) continue;
      this.#schools.add(uai);
      for (const span of this.baseline.spansWithout(was.key, uai)) count(this.#newcomers[span], key, isKept);
    }
  }

  /**
   * Counts a person who differs by the stable id alone.
   * @param schools UAIs of the person's schools
   */
  renew(schools: Iterable<string>): void {
    this.renewedIds += 1;
    for (const uai of schools) this.renewedIn.set(uai, (this.renewedIn.get(uai) ?? 0) + 1);
  }

  /** Schools that had people. */
  schools(): Iterable<string> {
    return this.#schools;
  }

  /** The count of stored people; with a span, plus those lost during it. */
  of(capacity: Capacity, span?: Span): RetentionCount {
    const { before, kept } = this.#counts.get(capacityKey(capacity)) ?? NOBODY;
    // Without a loss in this sync there is nothing to judge.
    const lost = span !== undefined && kept < before ? this.baseline.lost(span, capacity) : 0;
    return { before: before + lost, kept };
  }

  /** The count of people who were there when a span began; undefined while the source is not known for that long. */
  since(capacity: Capacity, span: Span): RetentionCount | undefined {
    if (!this.baseline.isKnown(span, capacity.uai)) return undefined;
    const all = this.of(capacity, span);
    const newcomers = this.#newcomers[span].get(capacityKey(capacity)) ?? NOBODY;
    return { before: all.before - newcomers.before, kept: all.kept - newcomers.kept };
  }

  having(what: PersonFact): Readonly<BeforeAndAfter> {
    return this.#factCounts.get(what) ?? { before: 0, after: 0 };
  }

  #countFact(what: PersonFact, had: boolean, has: boolean): void {
    const counted = this.#factCounts.get(what) ?? { before: 0, after: 0 };
    if (had) counted.before += 1;
    if (has) counted.after += 1;
    this.#factCounts.set(what, counted);
  }
}

function count(counts: Counts, key: string, kept: boolean): void {
  const known = counts.get(key) ?? { before: 0, kept: 0 };
  counts.set(key, known);
  known.before += 1;
  if (kept) known.kept += 1;
}
