// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { KeptTextRow } from './kept-text.entity.js';

/** Gives the kept texts of one person to another. Where both have a text for one form, the newer one stays and the older one is offered. */
export async function moveKeptTexts(manager: EntityManager, from: string, to: string): Promise<void> {
  const there = new Map((await manager.findBy(KeptTextRow, { personId: to })).map((row) => [row.key, row]));
  for (const row of await manager.findBy(KeptTextRow, { personId: from })) {
    const known = there.get(row.key);
    if (known) {
      const [newer, older] = row.savedAt > known.savedAt ? [row, known] : [known, row];
      const aside = older.content ?? older.other;
      const texts = { other: aside ?? newer.other, otherAt: aside === null ? newer.otherAt : older.savedAt };
      await manager.delete(KeptTextRow, { id: older.id });
      await manager.update(KeptTextRow, { id: newer.id }, { personId: to, ...texts });
    } else await manager.update(KeptTextRow, { id: row.id }, { personId: to });
  }
}
