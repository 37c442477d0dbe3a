// SPDX-License-Identifier: EUPL-1.2
import { IsNull, type EntityManager } from 'typeorm';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { KeptTextRow } from './kept-text.entity.js';

type SeenRow = Pick<KeptTextRow, 'id' | 'version' | 'otherVersion'>;

/**
 * Changes a row with the texts that this transaction has read. MariaDB before 11.6 also changes a row that was written since.
 * @throws CollisionError when another save came first
 */
export async function changeSeen(manager: EntityManager, row: SeenRow, changes: Partial<KeptTextRow>): Promise<void> {
  const { affected } = await manager.update(KeptTextRow, seen(row), changes);
  if (affected === 0) throw new CollisionError();
}

/** Deletes a row with the texts that this transaction has read. @throws CollisionError when another save came first */
export async function deleteSeen(manager: EntityManager, row: SeenRow): Promise<void> {
  const { affected } = await manager.delete(KeptTextRow, seen(row));
  if (affected === 0) throw new CollisionError();
}

function seen({ id, version, otherVersion }: SeenRow): object {
  return { id, version, otherVersion: otherVersion ?? IsNull() };
}
