// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import type { GuardLimits } from '../../../api/directory-source.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from '../directory/batches.js';
import { guard } from './guard/guard.js';
import { PersonComparison } from './person-comparison.js';
import { readBaseline } from './baseline/read-baseline.js';
import { RetentionStats } from './guard/retention-stats.js';
import { CrossSourceMatcher } from './matching/cross-source-matcher.js';
import { readCurrentPlaces, schoolYears, type CurrentPlaces } from './state/current-places.js';
import { digestOf } from './state/digest-of.js';
import type { PersonState } from './state/person-state.js';
import { readKnownDigests, type KnownDigests } from './plan/known-digests.js';
import { findRenamedKeys } from './plan/renamed-keys.js';
import type { Snapshot } from './snapshot/snapshot.js';
import { addCounts, countPlan, isEmpty, NO_COUNTS, type PlanCounts } from './plan/plan-counts.js';
import { NO_PERSONS } from './plan/merge-plans.js';
import { planPlaces } from './plan/plan-places.js';
import { keepUnreadPlaces } from './plan/keep-unread.js';
import { planReplacedFamilies } from './plan/plan-replaced-families.js';
import type { SyncPlan } from './plan/sync-plan.js';
import { UnreadPersons } from './plan/unread-persons.js';
import type { Verdict } from './guard/verdict.js';

/** The result of planning, without the parts of the plan. */
export interface MadePlan {
  readonly counts: PlanCounts;
  readonly verdict: Verdict;
  /** The last run applied before the plan was made. */
  readonly baseRun: number;
}

export interface PlanContext {
  readonly unitOfWork: UnitOfWork;
  readonly source: string;
  readonly at: Date;
  readonly limits: GuardLimits;
  /** UAI of the school when the source is a file of one school. */
  readonly school?: string | undefined;
}

/** Persons in a part of a plan. */
const PART = 1_000;

/** Persons processed in some milliseconds. */
const BREATH = 1_000;

/**
 * Plans a sync and judges it. Only persons that differ from their digest are read from the database and compared, a thousand at a time,
 * so that memory does not grow with the region. In a school that could not be read in full nothing ends.
 * @param take gets the parts, in order: first schools and groups, then persons; none when nothing changes
 */
export async function makePlan(
  { unitOfWork, source, at, limits, school }: PlanContext,
  snapshot: Snapshot,
  take: (part: SyncPlan) => Promise<void>,
): Promise<MadePlan> {
  const before = await readCurrentPlaces(unitOfWork, source, at);
  const known = await readKnownDigests(unitOfWork, source, snapshot);
  const renamed = await findRenamedKeys(unitOfWork, source, snapshot, known);
  const renamedFrom = new Set(renamed.values());
  const unread = await UnreadPersons.open(unitOfWork, source, snapshot, renamed);
  const places = keepUnreadPlaces(before, snapshot);
  const elsewhere = await CrossSourceMatcher.open(unitOfWork, source, snapshot, { school, renamedFrom });
  const stats = new RetentionStats(await readBaseline(unitOfWork, { source, at, renamed }, snapshot));
  const comparison = new PersonComparison({ unitOfWork, before, snapshot, renamed, unread, elsewhere, stats });
  let counts = NO_COUNTS;
  const add = async (part: SyncPlan): Promise<void> => {
    if (isEmpty(part)) return;
    counts = addCounts(counts, countPlan(part));
    await take(part);
  };

  await add(planPlaces(before, places));
  for await (const { persons, digests } of differingPersons(snapshot, { before, known, renamedFrom, stats })) {
    await add(await comparison.plan([...persons.keys()], persons, digests));
  }
  const gone = known.gone.filter((key) => !renamedFrom.has(key));
  for (const keys of batches(gone, PART)) await add(await comparison.plan(keys, new Map(), []));
  const { replacedKeys } = comparison;
  const added = await planReplacedFamilies(unitOfWork, before, snapshot, { replaced: replacedKeys, renamed });
  const families = unread.digestsOfFamilies(replacedKeys);
  await add({ source, ...NO_PERSONS, kinships: { added, removed: [] }, schools: [], digests: families });
  return { counts, verdict: guard(before, snapshot, stats, limits), baseRun: before.baseRun };
}

interface KnownState {
  readonly before: CurrentPlaces;
  readonly known: KnownDigests;
  /** Stored keys of persons that have another key now. */
  readonly renamedFrom: ReadonlySet<string>;
  readonly stats: RetentionStats;
}

interface DifferingPersons {
  readonly persons: ReadonlyMap<string, PersonState>;
  readonly digests: SyncPlan['digests'];
}

/** Yields the persons that differ from their stored digest, a part at a time; counts the others as unchanged. */
async function* differingPersons(
  snapshot: Snapshot,
  { before, known, renamedFrom, stats }: KnownState,
): AsyncGenerator<DifferingPersons> {
  const yearOf = schoolYears(before);
  let number = 0;
  let persons = new Map<string, PersonState>();
  let digests: [key: string, digest: string][] = [];
  for (const person of snapshot.persons()) {
    const digest = digestOf(person, yearOf);
    // A stored key that another person took over would look unchanged by its digest.
    const isTouched = renamedFrom.size > 0 && [person.key, ...person.children].some((key) => renamedFrom.has(key));
    if (!isTouched && known.matches(number, digest)) {
      stats.compare(person, person);
    } else {
      persons.set(person.key, person);
      digests.push([person.key, digest]);
    }
    number += 1;
    if (persons.size === PART) {
      yield { persons, digests };
      persons = new Map();
      digests = [];
    }
    // Lets the event loop serve other requests.
    if (number % BREATH === 0) await setImmediate();
  }
  if (persons.size > 0) yield { persons, digests };
}
