// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import { showCopies, type ShownLetter } from './show-copies.js';

/** Rows of a page. */
export const PAGE = 30;
/** The newest first. `readAt` is part of the order because it is part of the index: MariaDB would sort the whole mailbox otherwise. */
export const BOX_ORDER = { at: 'DESC', messageId: 'DESC', readAt: 'DESC', id: 'DESC' } as const;

/** One page of a box, the newest first. */
export interface BoxPage {
  readonly lines: readonly ShownLetter[];
  /** The copy after which the next page begins; undefined on the last page. */
  readonly next: string | undefined;
}

export interface BoxPlace {
  readonly ownerId: string;
  readonly box: Box;
  /** The copy of the same owner with which the page before ended; any other begins with the newest. */
  readonly after: string | undefined;
}

export interface BoxTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** `showCopies`, or `copiesWithoutWords` for a page that shows no words. */
export type ReadLetters = (copies: readonly CopyRow[], tools: BoxTools) => Promise<ShownLetter[]>;

/** @param lettersOf `copiesWithoutWords` for a page that shows no words */
export async function readBox(
  { ownerId, box, after }: BoxPlace,
  { db, clock }: BoxTools,
  lettersOf: ReadLetters = showCopies,
): Promise<BoxPage> {
  const copies = db.repository(CopyRow);
  const last = after === undefined ? undefined : await copies.findOne({ where: { id: after, ownerId, box } });
  const rows = await copies.find({
    where: { ownerId, box, isLast: true },
    order: BOX_ORDER,
    ...(last && { after: last }),
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const lines = await lettersOf(shown, { db, clock });
  return { lines, next: rows.length > PAGE ? shown.at(-1)?.id : undefined };
}
