// SPDX-License-Identifier: EUPL-1.2
import { IsNull, type EntityManager } from 'typeorm';
import { KeptTextRow } from './kept-text.entity.js';

/** The most texts that are kept for one person. */
export const MOST_TEXTS = 50;

/** Deletes the oldest text of a person who has as many as may be kept. */
export async function makeRoom(manager: EntityManager, personId: string): Promise<boolean> {
  const select = { id: true, savedAt: true, otherAt: true } as const;
  const rows = await manager.find(KeptTextRow, { where: { personId, thrownAt: IsNull() }, select });
  if (rows.length < MOST_TEXTS) return false;
  const [oldest] = rows.sort((one, other) => writtenAt(one) - writtenAt(other) || (one.id < other.id ? -1 : 1));
  if (oldest) await manager.delete(KeptTextRow, { id: oldest.id });
  return true;
}

function writtenAt({ savedAt, otherAt }: Pick<KeptTextRow, 'savedAt' | 'otherAt'>): number {
  return Math.max(savedAt.getTime(), otherAt?.getTime() ?? 0);
}
