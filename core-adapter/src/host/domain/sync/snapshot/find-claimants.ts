// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import type { StoredClaimants } from './contested-keys.js';
import { readCurrentPersons } from '../state/current-persons.js';

/** Reads the people stored under these keys of a source, present or left, with their logins. */
export async function findClaimants(
  unitOfWork: UnitOfWork,
  source: string,
  keys: readonly string[],
): Promise<StoredClaimants> {
  const { present, stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, keys);
  return new Map(Array.from(stored, ([key, one]) => [key, { ...one, login: present.get(key)?.login ?? '' }]));
}
