// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { readLetters, withoutWords, type Letter } from './read-letters.js';

interface ShowTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** A message for the owner of a copy. When the copy was taken back, subject, text and files are empty. */
export interface ShownLetter extends Letter {
  readonly copy: CopyRow;
}

/**
 * The messages of some copies, for the owner of these: the one way from a copy to its words. What this returns counts as shown, and nobody
 * can take it back any more (ADR 55). A copy that was deleted meanwhile is left out. Not for use inside a transaction.
 */
export async function showCopies(copies: readonly CopyRow[], tools: ShowTools): Promise<ShownLetter[]> {
  return withLetters(await markShown(copies, tools), readableWords, tools);
}

/** The messages of some copies without any words, for pages that only show that they exist. */
export function copiesWithoutWords(copies: readonly CopyRow[], tools: Pick<ShowTools, 'db'>): Promise<ShownLetter[]> {
  return withLetters(copies, withoutWords, tools);
}

async function withLetters(
  copies: readonly CopyRow[],
  wordsOf: (letter: Letter, copy: CopyRow) => Letter,
  { db }: Pick<ShowTools, 'db'>,
): Promise<ShownLetter[]> {
  const letters = await readLetters(
    copies.map(({ messageId }) => messageId),
    db,
  );
  return copies.flatMap((copy) => {
    const letter = letters.get(copy.messageId);
    return letter ? [{ ...wordsOf(letter, copy), copy }] : [];
  });
}

function readableWords(letter: Letter, { recalledAt }: CopyRow): Letter {
  return recalledAt === null ? letter : withoutWords(letter);
}

/**
 * When a showing and a recall come at the same instant, the one that writes first decides. The transaction begins with the update, which
 * waits for a recall in progress, so that the copies read after it are as that recall has left them.
 */
async function markShown(copies: readonly CopyRow[], { db, clock }: ShowTools): Promise<readonly CopyRow[]> {
  const fresh = copies.filter(({ shownAt, recalledAt }) => shownAt === null && recalledAt === null);
  if (fresh.length === 0) return copies;
  const rows = db.repository(CopyRow);
  const ids = fresh.map(({ id }) => id);
  const marked = await againAfterConflict(() =>
    db.transaction(async () => {
      await rows.update({ id: In(ids), shownAt: IsNull(), recalledAt: IsNull() }, { shownAt: clock.now() });
      return rows.find({ where: { id: In(ids) } });
    }),
  );
  const known = new Map(copies.map((copy) => [copy.id, copy]));
  for (const { id } of fresh) known.delete(id);
  for (const copy of marked) known.set(copy.id, copy);
  return copies.flatMap(({ id }) => known.get(id) ?? []);
}
