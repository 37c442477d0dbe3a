// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { CopyRow, type Box } from '../store/copy.entity.js';
import { readLetters, type Letter } from './read-letters.js';

/** Rows of a page. */
const PAGE = 30;

/** One page of a box, the newest first. */
export interface BoxPage {
  readonly lines: readonly (Letter & { readonly copy: CopyRow })[];
  /** The copy after which the next page begins; undefined on the last page. */
  readonly next: string | undefined;
}

/** @param after the copy of the same owner with which the page before ended; any other begins with the newest */
export async function readBox(
  { ownerId, box, after }: { readonly ownerId: string; readonly box: Box; readonly after: string | undefined },
  db: SchoolDatabase,
): Promise<BoxPage> {
  const copies = db.repository(CopyRow);
  const last = after === undefined ? undefined : await copies.findOne({ where: { id: after, ownerId, box } });
  const rows = await copies.find({
    where: { ownerId, box, isLast: true },
    order: { at: 'DESC', messageId: 'DESC', id: 'DESC' },
    ...(last && { after: { at: last.at, messageId: last.messageId, id: last.id } }),
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const letters = await readLetters(
    shown.map(({ messageId }) => messageId),
    db,
  );
  const lines = shown.flatMap((copy) => {
    const letter = letters.get(copy.messageId);
    return letter ? [{ ...letter, copy }] : [];
  });
  return { lines, next: rows.length > PAGE ? shown.at(-1)?.id : undefined };
}
