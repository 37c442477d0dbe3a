// SPDX-License-Identifier: EUPL-1.2
import { And, LessThan, MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import type { HomonymPlan } from './sync-plan.js';
import { readCurrentPersons } from '../state/current-persons.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PersonStates } from '../state/person-state.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { identityOf } from '../state/identity.js';
import type { Recognised } from './recognise-persons.js';

/**
 * Finds persons that had a key before its last holder and may be the person that it names now: a value that was wrong in one sync and is
 * corrected in the next must not cost a person their data for good.
 */
export async function findFormerPersons(
  unitOfWork: UnitOfWork,
  places: CurrentPlaces,
  replaced: Recognised['replaced'],
  after: PersonStates,
): Promise<HomonymPlan[]> {
  const found: HomonymPlan[] = [];
  for (const { key } of replaced.values()) {
    const person = after.get(key);
    if (!person) continue;
    const keys = await findRetiredKeys(unitOfWork, places.source, key);
    const { stored } = await readCurrentPersons(unitOfWork, places, keys);
    const former = [...stored.values()].filter(
      (one) => compareIdentities(one, identityOf(person)).answer !== 'different',
    );
    found.push(
      ...former.map(({ personId }) => ({ key, displayName: person.displayName, other: personId, why: 'key' as const })),
    );
  }
  return found;
}

/** Queries by range, which the index supports: after a restored directory this runs for each person of a region. */
async function findRetiredKeys(unitOfWork: UnitOfWork, source: string, key: string): Promise<string[]> {
  const start = retiredKey(key, '');
  // Ids of persons are hexadecimal digits and hyphens, which sort before the tilde.
  const range = And(MoreThan(start), LessThan(`${start}~`));
  const rows = await unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { select: { key: true }, where: { source, key: range } }),
  );
  return rows.map((row) => row.key);
}
