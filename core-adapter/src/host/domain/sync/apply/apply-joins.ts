// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { ConflictError } from '../../../../api/errors.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { PersonJoin } from '../plan/sync-plan.js';
import { outdatedPlan } from '../state/outdated-plan.js';

/**
 * Prepares persons that other sources know for a new key: deletes the key that this source gave them before.
 * @throws ConflictError when a person is gone, or has got another key of this source meanwhile
 */
export async function prepareJoins(
  manager: EntityManager,
  joined: readonly PersonJoin[],
  source: string,
): Promise<void> {
  for (const batch of batches(joined)) {
    const personId = In(batch.map((join) => join.personId));
    const rows = await manager.findBy(ExternalIdRow, { personId });
    const known = new Set(rows.filter((row) => row.source !== source).map((row) => row.personId));
    const taken = rows.filter((row) => row.source === source && row.leftAt === null).map((row) => row.personId);
    const gone = batch.find((join) => !known.has(join.personId) || taken.includes(join.personId));
    if (gone) throw changed(gone);
    await manager.delete(ExternalIdRow, { source, personId, leftAt: Not(IsNull()) });
  }
}

function changed({ person: { key } }: PersonJoin): ConflictError {
  return outdatedPlan(`The person that "${key}" was to join has changed since the plan was made.`, { key });
}
