// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { newId } from '../../infra/database/new-id.js';
import { KeptTextRow } from './kept-text.entity.js';

/**
 * Gives the kept texts of one person to another. Where both have a text for one form, the newer one stays and the older one is offered. Where
 * there are more, those of the older row get a key of their own: they stand in the list, and on no page.
 */
export async function moveKeptTexts(manager: EntityManager, from: string, to: string): Promise<void> {
  const there = new Map((await manager.findBy(KeptTextRow, { personId: to })).map((row) => [row.key, row]));
  for (const row of await manager.findBy(KeptTextRow, { personId: from })) {
    const known = there.get(row.key);
    if (known) {
      const [newer, older] = row.savedAt > known.savedAt ? [row, known] : [known, row];
      const isOfferFree = newer.other === null && (older.content === null || older.other === null);
      if (isOfferFree) {
        await manager.delete(KeptTextRow, { id: older.id });
        await manager.update(KeptTextRow, { id: newer.id }, { personId: to, ...asideOf(older) });
      } else {
        await manager.update(KeptTextRow, { id: older.id }, { personId: to, key: newKey() });
        await manager.update(KeptTextRow, { id: newer.id }, { personId: to });
      }
    } else await manager.update(KeptTextRow, { id: row.id }, { personId: to });
  }
}

/** The one text of a row, as the other text of a row. */
export function asideOf(row: KeptTextRow): Pick<KeptTextRow, 'other' | 'otherAt' | 'otherVersion'> {
  const { content, savedAt, version, other, otherAt, otherVersion } = row;
  return content === null
    ? { other, otherAt, otherVersion }
    : { other: content, otherAt: savedAt, otherVersion: version };
}

/** A key that no form has. */
export function newKey(): string {
  return newId().replaceAll('-', '').slice(-16);
}
