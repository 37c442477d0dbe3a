// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PersonState } from '../state/person-state.js';
import { readRenamedPersons } from './read-renamed-persons.js';
import type { RenamedKeys } from './renamed-keys.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { Kinship } from './sync-plan.js';

/**
 * Plans kinships of unchanged guardians when a child's key names another person now. The keys of such a kinship did not change, so the
 * comparison of persons does not find it.
 * @param replaced keys that name another person
 */
export async function planReplacedFamilies(
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
