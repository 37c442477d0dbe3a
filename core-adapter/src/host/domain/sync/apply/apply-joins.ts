// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { ConflictError } from '../../../../api/errors.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { PersonJoin } from '../plan/sync-plan.js';

/**
 * Makes room for another key of persons whom other sources know: a key that this source gave one of them before goes.
 * @throws ConflictError when one of them is no longer there to join, or was joined by another key meanwhile
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
  return new ConflictError(
    `The person whom "${key}" was to join is no longer what he was when the plan was made. Run the sync again.`,
    { key },
  );
}
