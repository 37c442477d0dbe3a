// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonMove } from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import { columnsOf, contentOf } from '../bilan/content.js';
import { BILAN_STATES, isWritable } from '../bilan/state.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { hashOfRow, isAsSigned } from '../life/hash-of-row.js';
import { writersOf } from '../save/writers.js';
import { AcknowledgementRow } from '../store/acknowledgement.entity.js';
import { BilanRow } from '../store/bilan.entity.js';
import { TraceRow } from '../store/trace.entity.js';
import { keepPublication } from '../trace/kept-publication.js';
import { moveDigests } from './move-digests.js';
import { mergeContent, type MergedContent, type Readable } from '../bilan/merge-content.js';

export interface MoveContext {
  readonly catalogues: Catalogues;
  readonly clock: Clock;
}

/**
 * Gives the bilans of one pupil to another. Of two bilans of one period the one that is further in its life stays; of two that
 * teachers still write, the cells are merged. What was not kept is told in the history, for the head.
 */
export async function moveBilans(
  { db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>,
  context: MoveContext,
): Promise<void> {
  const bilans = db.repository(BilanRow);
  // A save that is under way then finds another revision, and reads the row again. MariaDB shows a transaction the rows as they
  // were when it began, but for those that it has written itself: without this the merge undid what was saved since.
  for (const pupilId of [from, to]) await bilans.increment({ pupilId }, { revision: 1 });
  for (const moved of await bilans.find({ where: { pupilId: from } })) {
    const { year, kind, period } = moved;
    await moveDigests(moved, { db, from, to }, context.clock);
    const there = await bilans.findOne({ where: { pupilId: to, year, kind, period } });
    if (!there) {
      await bilans.update({ id: moved.id }, givenTo(to, moved));
      continue;
    }
    const isFurther = BILAN_STATES.indexOf(moved.state) > BILAN_STATES.indexOf(there.state);
    const [kept, other] = isFurther ? [moved, there] : [there, moved];
    const merged = mergeRows(kept, other, context);
    await dropFor(db, other, kept);
    await bilans.update({ id: kept.id }, { ...givenTo(to, kept), ...mergedColumns(kept, other, merged) });
    await noteMerge(
      db,
      { kept: { ...kept, ...givenTo(to, kept) }, gone: { ...other, ...givenTo(to, other) } },
      merged,
      context.clock.now(),
    );
  }
}

/**
 * The columns of a bilan that is another pupil's. The digest covers the pupil: that of a signed content is written anew, and
 * one that did not match its content does not match afterwards.
 */
function givenTo(pupilId: string, row: BilanRow): Partial<BilanRow> {
  return { pupilId, ...(isAsSigned(row) && { sha256: hashOfRow({ ...row, pupilId }) }) };
}

function mergeRows(kept: BilanRow, other: BilanRow, { catalogues }: MoveContext): MergedContent {
  const readable = (row: BilanRow): Readable => ({ content: contentOf(row), catalogue: catalogues.get(row.catalogue) });
  return mergeContent(readable(kept), readable(other), isWritable(kept.state));
}

/** The columns that a merge changes; none when it took nothing. */
function mergedColumns(kept: BilanRow, other: BilanRow, { content, taken }: MergedContent): Partial<BilanRow> {
  if (taken.length === 0) return {};
  const writers = new Map(writersOf(kept));
  for (const [name, writer] of writersOf(other)) if (taken.includes(name)) writers.set(name, writer);
  return { ...columnsOf(content), writers: JSON.stringify(Object.fromEntries(writers)) };
}

/** The history of the bilan that goes becomes that of the other one. Readings and confirmations were of what is gone. */
async function dropFor(db: PersonMove['db'], { id: bilanId }: BilanRow, kept: BilanRow): Promise<void> {
  await db.repository(AcknowledgementRow).delete({ bilanId });
  await db.repository(TraceRow).delete({ bilanId, readOn: Not(IsNull()) });
  await db.repository(TraceRow).update({ bilanId }, { bilanId: kept.id });
  await db.repository(BilanRow).delete({ id: bilanId });
}

interface MergedRows {
  readonly kept: BilanRow;
  readonly gone: BilanRow;
}

/** Tells what was not kept. A bilan that was published is kept whole with the line, since its family read it. */
async function noteMerge(
  db: PersonMove['db'],
  { kept: { id: bilanId, pupilId }, gone }: MergedRows,
  { differing }: MergedContent,
  at: Date,
): Promise<void> {
  const isRead = gone.state === 'published';
  if (differing.length === 0 && !isRead) return;
  const lines = differing.map(({ label, value }) => `${label}\u00a0: ${value}`);
  const word = lines.length === 0 ? null : lines.join('\n');
  const step = { bilanId, pupilId, personId: null, personName: null, what: 'merged', at } as const;
  await db
    .repository(TraceRow)
    .insert([{ ...step, day: at.toISOString().slice(0, 10), word, ...(isRead && keepPublication(gone)) }]);
}
