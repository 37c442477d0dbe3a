// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import { batches } from '../../directory/batches.js';
import { schoolYears, type CurrentPlaces } from '../state/current-places.js';
import { digestOf } from '../state/digest-of.js';
import type { PersonState } from '../state/person-state.js';
import { keepUnreadPlaces } from './keep-unread.js';
import { NO_PERSONS } from './merge-plans.js';
import { PersonComparison } from './person-comparison.js';
import type { PlanPart } from './plan-part.js';
import { planPlaces } from './plan-places.js';
import type { PreparedPlan } from './prepare-plan.js';
import type { SyncPlan, Kinship } from './sync-plan.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { readRenamedPersons } from './read-renamed-persons.js';
import type { RenamedKeys } from './renamed-keys.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** People in a part of a plan. */
const PART = 1_000;

/** People processed in some milliseconds. */
const BREATH = 1_000;

/**
 * Yields the plan of a sync in parts: first schools and groups, then people. Only people who differ from their digest are read from the
 * database and compared, a thousand at a time, so that memory does not grow with the region. In a school that could not be read in full
 * nothing ends.
 */
export async function* planParts(prepared: PreparedPlan): AsyncGenerator<PlanPart> {
  const { unitOfWork, snapshot, before, known, renamed, unread } = prepared;
  const { source } = before;
  const comparison = new PersonComparison(prepared);

  yield alone(planPlaces(before, keepUnreadPlaces(before, snapshot)));
  for await (const { unchanged, differing, digests } of readPersons(prepared)) {
    const compared = unchanged.map((person) => ({ was: person, is: person }));
    if (unchanged.length > 0) yield { plan: { source, ...NO_PERSONS, schools: [] }, compared, renewed: [] };
    if (differing.size > 0) yield await comparison.plan([...differing.keys()], differing, digests);
  }
  const gone = known.gone.filter((key) => !renamed.newKeys.has(key));
  for (const keys of batches(gone, PART)) yield await comparison.plan(keys, new Map(), []);
  const { replacedKeys } = comparison;
  const added = await planReplacedFamilies(unitOfWork, before, snapshot, { replaced: replacedKeys, renamed });
  const digests = unread.digestsOfFamilies(replacedKeys);
  yield alone({ source, ...NO_PERSONS, kinships: { added, removed: [] }, schools: [], digests });
}

/** A part that no person was compared for. */
function alone(plan: SyncPlan): PlanPart {
  return { plan, compared: [], renewed: [] };
}

interface PersonsRead {
  readonly unchanged: readonly PersonState[];
  /** By key. */
  readonly differing: ReadonlyMap<string, PersonState>;
  /** The digests of the differing people. */
  readonly digests: SyncPlan['digests'];
}

/** Yields the people of the snapshot, a part at a time: people who agree with their stored digest, and people who differ. */
async function* readPersons({ snapshot, before, known, renamed }: PreparedPlan): AsyncGenerator<PersonsRead> {
  const yearOf = schoolYears(before);
  const touched = new Set([...renamed.storedKeys.keys(), ...renamed.newKeys.keys()]);
  let number = 0;
  let unchanged: PersonState[] = [];
  let differing = new Map<string, PersonState>();
  let digests: [key: string, digest: string][] = [];
  for (const person of snapshot.persons()) {
    const digest = digestOf(person, yearOf);
    // A stored key that another person took over would look unchanged by its digest.
    const isTouched = touched.size > 0 && [person.key, ...person.children].some((key) => touched.has(key));
    if (!isTouched && known.matches(number, digest)) {
      unchanged.push(person);
    } else {
      differing.set(person.key, person);
      digests.push([person.key, digest]);
    }
    number += 1;
    if (unchanged.length === PART) {
      yield { unchanged, differing: new Map(), digests: [] };
      unchanged = [];
    }
    // Each part of a plan is read and written at once, so only full ones are made.
    if (differing.size === PART) {
      yield { unchanged: [], differing, digests };
      differing = new Map();
      digests = [];
    }
    // Lets the event loop serve other requests.
    if (number % BREATH === 0) await setImmediate();
  }
  yield { unchanged, differing, digests };
}

/**
 * Plans kinships of unchanged guardians when a child's key names another person now. The keys of such a kinship did not change, so the
 * comparison of people does not find it.
 * @param replaced keys that name another person
 */
async function planReplacedFamilies(
  unitOfWork: UnitOfWork,
  before: CurrentPlaces,
  snapshot: Pick<Snapshot, 'persons'>,
  { replaced, renamed }: { readonly replaced: ReadonlySet<string>; readonly renamed: RenamedKeys },
): Promise<Kinship[]> {
  if (replaced.size === 0) return [];
  const guardians = new Map<string, PersonState>();
  for (const person of snapshot.persons()) {
    // All kinships are new when the guardian's own key names another person; they are planned with that person.
    if (replaced.has(person.key)) continue;
    if ([...person.children].some((child) => replaced.has(child))) guardians.set(person.key, person);
  }
  const kinships: Kinship[] = [];
  for (const batch of batches([...guardians])) {
    const after = new Map(batch);
    const { present } = await readRenamedPersons(unitOfWork, before, [...after.keys()], renamed);
    for (const [key, { children }] of after) {
      const known = present.get(key)?.children;
      const kept = [...children].filter((child) => replaced.has(child) && known?.has(child));
      kinships.push(...kept.map((child) => ({ guardian: key, child })));
    }
  }
  return kinships;
}
