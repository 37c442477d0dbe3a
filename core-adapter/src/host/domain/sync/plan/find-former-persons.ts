// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import type { HomonymPlan } from './sync-plan.js';
import { readCurrentPersons } from '../state/current-persons.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PersonStates } from '../state/person-state.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { identityOf } from '../state/identity.js';
import type { Recognised } from './recognise-persons.js';

/**
 * Finds persons that had a key or a stable id before its last holder and may be the person that the entry names now: values that were wrong
 * in one sync and are corrected in the next must not cost a person their data for good.
 * @param formerKeysOf the stored keys of disabled persons, by a key of the snapshot
 */
export async function findFormerPersons(
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
