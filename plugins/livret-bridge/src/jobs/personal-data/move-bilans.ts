// SPDX-License-Identifier: EUPL-1.2
import type { LocalClock, PersonMove } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { columnsOf, contentOf } from '../../domain/bilan/content.js';
import { isWritable } from '../../domain/bilan/state.js';
import { BILAN_STATES, BilanRow } from '../../store/bilan.entity.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { hashOfRow, isAsSigned } from '../../domain/bilan/hash-of-row.js';
import { writersOf } from '../../domain/save/writers.js';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { correctionOf, TURNS } from '../../domain/trace/correction.js';
import { keepPublication, hashOfKept, keptIn } from '../../domain/trace/kept-publication.js';
import { readingsOf } from '../../domain/trace/readings.js';
import { mergeContent, type MergedContent, type Readable } from '../../domain/bilan/merge-content.js';

export interface MoveContext {
  readonly catalogues: Catalogues;
  readonly clock: LocalClock;
}

/**
 * Gives the bilans of one pupil to another. When both have a bilan of one period, the one that is further in its life stays; when teachers
 * still write both, the cells are merged, if both catalogues are there. The history tells the head what was not kept; a publication stays
 * readable.
 */
export async function moveBilans(
  { db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>,
  context: MoveContext,
): Promise<void> {
  const bilans = db.repository(BilanRow);
  // A save that is under way then finds another revision, and reads the row again. MariaDB shows a transaction the rows as they were at
  // its first read, which is the host's, except those that it has written itself: without this update, the merge would undo what was
  // saved since.
  const moving = await bilans.increment({ pupilId: from }, { revision: 1 });
  if (moving === 0) return;
  await bilans.increment({ pupilId: to }, { revision: 1 });
  for (const moved of await bilans.find({ where: { pupilId: from } })) {
    const { year, kind, period } = moved;
    await moveDigests(moved, { db, from, to }, context.clock);
    const there = await bilans.findOne({ where: { pupilId: to, year, kind, period } });
    if (!there) {
      await bilans.update({ id: moved.id }, givenTo(to, moved));
      continue;
    }
    const [kept, other] = (await isBefore(moved, there, db)) ? [moved, there] : [there, moved];
    const catalogues = await knownCatalogues([kept, other], context.catalogues, db);
    const merged = mergeRows(kept, other, catalogues);
    const isRead = kept.state === 'published' || (await correctionOf(kept, db)) !== undefined;
    const former = await formerPublication(other, { isRead, to }, db);
    if (isRead) await leaveTurns(db, other);
    await dropFor(db, other, kept);
    await bilans.update({ id: kept.id }, { ...givenTo(to, kept), ...mergedColumns(kept, other, merged) });
    await noteMerge(db, { kept: { ...kept, ...givenTo(to, kept) }, gone: other, former }, merged, context.clock);
  }
}

/**
 * Whether the first of two bilans of one period stays. When both are published, the one that was read or confirmed since its publication
 * stays; when both or none were read, the one that was published later.
 */
async function isBefore(one: BilanRow, other: BilanRow, db: PersonMove['db']): Promise<boolean> {
  const further = BILAN_STATES.indexOf(one.state) - BILAN_STATES.indexOf(other.state);
  if (further !== 0 || one.publishedAt === null || other.publishedAt === null) return further > 0;
  const read = [await wasRead(one, db), await wasRead(other, db)];
  return read[0] === read[1] ? one.publishedAt > other.publishedAt : read[0] === true;
}

async function wasRead({ id: bilanId, publishedAt }: BilanRow, db: PersonMove['db']): Promise<boolean> {
  return publishedAt !== null && (await readingsOf(bilanId, publishedAt, db)).length > 0;
}

/**
 * The publication of a bilan that goes, with its digest for the other pupil: the published one, or the one that its family read on.
 * It is empty when the bilan that stays was never published: its family then reads on by the steps of the one that goes.
 */
async function formerPublication(
  gone: BilanRow,
  { isRead, to }: { readonly isRead: boolean; readonly to: string },
  db: PersonMove['db'],
): Promise<Pick<TraceRow, 'sha256' | 'content'> | undefined> {
  if (gone.state === 'published') return keepPublication({ ...gone, ...givenTo(to, gone) });
  const correction = await correctionOf(gone, db);
  if (!correction || correction.isWithdrawn) return undefined;
  if (!isRead) return { sha256: null, content: null };
  const { sha256 = null, content = null } = correction.step;
  return { sha256, content };
}

/**
 * The columns of a bilan that is given to another pupil. The digest covers the pupil: that of a signed content is computed again, and one
 * that did not match its content does not match afterwards.
 */
function givenTo(pupilId: string, row: BilanRow): Partial<BilanRow> {
  return { pupilId, ...(isAsSigned(row) && { sha256: hashOfRow({ ...row, pupilId }) }) };
}

function mergeRows(kept: BilanRow, other: BilanRow, catalogues: Catalogues): MergedContent {
  const readable = (row: BilanRow): Readable => {
    const content = contentOf(row);
    return { content, catalogue: catalogues.toRead(row.catalogue, content) };
  };
  // Without a catalogue the cells of a bilan have no names, so that a value of the other bilan could get into the wrong cell.
  const areNamed = [kept, other].every((row) => catalogues.find(row.catalogue));
  return mergeContent(readable(kept), readable(other), isWritable(kept.state) && areNamed);
}

/** The columns that a merge changes; none when it took nothing. */
function mergedColumns(kept: BilanRow, other: BilanRow, { content, taken }: MergedContent): Partial<BilanRow> {
  if (taken.length === 0) return {};
  const writers = new Map(writersOf(kept));
  for (const [name, writer] of writersOf(other)) if (taken.includes(name)) writers.set(name, writer);
  return { ...columnsOf(content), writers: JSON.stringify(Object.fromEntries(writers)) };
}

/** Leaves out the turns of a bilan when the one that stays has a published text of its own: they are about the other bilan only. */
async function leaveTurns(db: PersonMove['db'], { id: bilanId }: BilanRow): Promise<void> {
  await db.repository(TraceRow).update({ bilanId, what: In([...TURNS]) }, { formerId: bilanId });
}

/**
 * Gives the history of the bilan that goes to the other one. Its readings and confirmations are deleted, since they were about the one that
 * goes.
 */
async function dropFor(db: PersonMove['db'], { id: bilanId }: BilanRow, kept: BilanRow): Promise<void> {
  await db.repository(AcknowledgementRow).delete({ bilanId });
  await db.repository(TraceRow).delete({ bilanId, readOn: Not(IsNull()) });
  await db.repository(TraceRow).update({ bilanId }, { bilanId: kept.id });
  await db.repository(BilanRow).delete({ id: bilanId });
}

interface MergedRows {
  readonly kept: BilanRow;
  readonly gone: BilanRow;
  readonly former: Pick<TraceRow, 'sha256' | 'content'> | undefined;
}

/** Notes what was not kept. A publication is stored whole with the line, and its family reads it at its former address. */
async function noteMerge(
  db: PersonMove['db'],
  { kept: { id: bilanId, pupilId }, gone, former }: MergedRows,
  { differing }: MergedContent,
  clock: LocalClock,
): Promise<void> {
  if (differing.length === 0 && !former) return;
  const lines = differing.map(({ label, value }) => `${label}\u00a0: ${value}`);
  const word = lines.length === 0 ? null : lines.join('\n');
  const step = { bilanId, pupilId, personId: null, personName: null, what: 'merged', at: clock.now() } as const;
  await db
    .repository(TraceRow)
    .insert([{ ...step, day: clock.today(), word, ...(former && { ...former, formerId: gone.id }) }]);
}

/**
 * Computes the digests in the history of a bilan again for another pupil, since they cover the pupil. The history keeps the former ones:
 * families and the collège may have noted them. A digest of a text that nobody kept, or that did not match it, stays.
 */
async function moveDigests(
  row: BilanRow,
  { db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>,
  clock: LocalClock,
): Promise<void> {
  const traces = db.repository(TraceRow);
  const steps = await traces.find({ where: { bilanId: row.id } });
  const changed = new Map<string, string>();
  if (row.sha256 !== null && isAsSigned(row)) changed.set(row.sha256, hashOfRow({ ...row, pupilId: to }));
  for (const step of steps) {
    const kept = keptIn(step);
    if (kept && typeof step.sha256 === 'string' && hashOfKept(from, kept) === step.sha256) {
      changed.set(step.sha256, hashOfKept(to, kept));
    }
  }
  const at = clock.now();
  const moved = { bilanId: row.id, pupilId: to, personId: null, personName: null, what: 'moved', word: null } as const;
  for (const [before, after] of changed) {
    await traces.update({ bilanId: row.id, sha256: before }, { sha256: after });
    await traces.insert([{ ...moved, at, day: clock.today(), sha256: before }]);
  }
}
