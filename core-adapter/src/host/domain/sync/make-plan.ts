// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import type { GuardLimits } from '../../../api/directory-source.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from '../directory/batches.js';
import { guard } from './guard/guard.js';
import { readBaseline } from './baseline/read-baseline.js';
import { RetentionStats } from './guard/retention-stats.js';
import { CrossSourceMatcher } from './matching/cross-source-matcher.js';
import { readCurrentPlaces, schoolYears } from './state/current-places.js';
import { digestOf } from './state/digest-of.js';
import { IdsOfOthers } from './plan/ids-of-others.js';
import { recognisePersons } from './plan/recognise-persons.js';
import { findFormerPersons } from './plan/find-former-persons.js';
import { hasOnlyAnotherId } from './plan/has-only-another-id.js';
import { leaveNames } from './state/leave-names.js';
import { schoolsOf, type PersonState } from './state/person-state.js';
import { readKnownDigests } from './plan/known-digests.js';
import { findRenamedKeys, readRenamedPersons } from './plan/renamed-keys.js';
import type { Snapshot } from './snapshot/snapshot.js';
import { addCounts, countPlan, isEmpty, NO_COUNTS, type PlanCounts } from './plan/plan-counts.js';
import { planPeople } from './plan/plan-people.js';
import { NO_PERSONS } from './plan/merge-plans.js';
import { planPlaces } from './plan/plan-places.js';
import { keepUnreadPlaces } from './plan/keep-unread.js';
import { planReplacedFamilies } from './plan/plan-replaced-families.js';
import type { SyncPlan } from './plan/sync-plan.js';
import { UnreadPersons } from './plan/unread-persons.js';
import type { Verdict } from './guard/verdict.js';

/** What a plan is made of, beside its parts. */
export interface MadePlan {
  readonly counts: PlanCounts;
  readonly verdict: Verdict;
  /** The last run applied before. */
  readonly baseRun: number;
}

export interface PlanContext {
  readonly unitOfWork: UnitOfWork;
  readonly source: string;
  readonly at: Date;
  readonly limits: GuardLimits;
  /** Of a source that is the files of one school. */
  readonly school?: string | undefined;
}

/** Persons in a part of a plan. */
const PART = 1_000;

/** Persons looked at in some milliseconds. */
const BREATH = 1_000;

/**
 * What a sync would do, and whether it may. Only those who differ from their digest are read from the database and compared, a
 * thousand at a time, so that the memory does not grow with the region. Of a school that could not be read in full nothing ends.
 * @param take gets the parts, in order: first schools and groups, then persons; none when nothing is to be done
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
  const idsOfOthers = new IdsOfOthers(unitOfWork, source);
  const yearOf = schoolYears(before);
  const replacedKeys = new Set<string>();
  let counts = NO_COUNTS;
  const add = async (part: SyncPlan): Promise<void> => {
    if (isEmpty(part)) return;
    counts = addCounts(counts, countPlan(part));
    await take(part);
  };
  const compare = async (
    keys: readonly string[],
    said: ReadonlyMap<string, PersonState>,
    digests: SyncPlan['digests'],
  ): Promise<void> => {
    const named = await readRenamedPersons(unitOfWork, before, keys, renamed);
    const { current, replaced } = recognisePersons(named, said, {
      idsOfOthers: await idsOfOthers.find(named, said),
      strangers: await elsewhere.strangers(named),
    });
    const after = unread.keep({ current, replaced }, said);
    const recognised = { current: leaveNames(current, after), replaced };
    for (const key of replaced.keys()) replacedKeys.add(key);
    const likenesses = await elsewhere.find(recognised, after);
    const { present, left } = recognised.current;
    for (const key of new Set([...keys, ...present.keys()])) stats.compare(present.get(key), after.get(key));
    for (const { formerKey } of [...replaced.values()].filter(hasOnlyAnotherId)) {
      stats.renew(schoolsOf((present.get(formerKey) ?? left.get(formerKey))?.attachments ?? []));
    }
    const plan = planPeople({ before, after: snapshot }, recognised, after, likenesses);
    const from = keys.flatMap((to) => (renamed.has(to) ? [{ from: renamed.get(to) ?? '', to }] : []));
    const former = await findFormerPersons(unitOfWork, before, replaced, after);
    const persons = { ...plan.persons, renamed: from, homonyms: [...plan.persons.homonyms, ...former] };
    const written = unread.digests(digests, recognised.current, after, yearOf);
    await add({ ...plan, persons, digests: written });
  };

  await add(planPlaces(before, places));
  let number = 0;
  const differing = new Map<string, PersonState>();
  let digests: [key: string, digest: string][] = [];
  const compareDiffering = async (): Promise<void> => {
    await compare([...differing.keys()], differing, digests);
    differing.clear();
    digests = [];
  };
  for (const person of snapshot.persons()) {
    const digest = digestOf(person, yearOf);
    // By digests alone, an old key that went to another person at once would look unchanged.
    const isTouched = renamedFrom.size > 0 && [person.key, ...person.children].some((key) => renamedFrom.has(key));
    if (!isTouched && known.matches(number, digest)) {
      stats.compare(person, person);
    } else {
      differing.set(person.key, person);
      digests.push([person.key, digest]);
    }
    number += 1;
    if (differing.size === PART) await compareDiffering();
    // Who looks at pages meanwhile must not wait for a region.
    if (number % BREATH === 0) await setImmediate();
  }
  if (differing.size > 0) await compareDiffering();
  const gone = known.gone.filter((key) => !renamedFrom.has(key));
  for (const keys of batches(gone, PART)) await compare(keys, new Map(), []);
  const added = await planReplacedFamilies(unitOfWork, before, snapshot, { replaced: replacedKeys, renamed });
  const families = unread.digestsOfFamilies(replacedKeys);
  await add({ source, ...NO_PERSONS, kinships: { added, removed: [] }, schools: [], digests: families });
  return { counts, verdict: guard(before, snapshot, stats, limits), baseRun: before.baseRun };
}
