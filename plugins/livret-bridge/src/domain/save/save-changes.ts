// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as wait } from 'node:timers/promises';
import { BusyError, ConflictError, NotFoundError, type SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { parseCell } from '../bilan/cell.js';
import { readCell, tidyCell, writeCell } from '../bilan/cell-value.js';
import { columnsOf, contentOf } from '../bilan/content.js';
import { isWritable, WRITABLE_STATES } from '../bilan/state.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { catalogueOf } from '../catalogue/kept-catalogues.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { withWriter, writersOf } from './writers.js';

/** One change of one cell, as a page sends it: the value that the page showed, and the new one. */
export interface Change {
  /** The name of the cell: see `Cell`. */
  readonly cell: string;
  readonly was: string;
  readonly now: string;
}

/** The outcome of a change. `clash`: somebody else wrote another value meanwhile, which stays until a person chooses. */
export type Saved =
  | { readonly kind: 'saved'; readonly cell: string; readonly value: string }
  | {
      readonly kind: 'clash';
      readonly cell: string;
      readonly value: string;
      /** The value that was sent, as it would be stored. */
      readonly yours: string;
      readonly by: string | undefined;
      readonly at: Date | undefined;
    };

export interface SaveContext extends Pick<SchoolWork, 'db' | 'schoolYear'> {
  readonly catalogues: Catalogues;
  readonly personId: string;
  readonly now: Date;
}

/** The outcome of each change, and the bilan as it stands afterwards. */
export interface SavedChanges {
  readonly outcomes: readonly Saved[];
  readonly row: BilanRow;
}

/** The maximum number of tries: when twenty people write in one bilan at once, none of them is refused on either database. */
const TRIES = 20;
const LONGEST_WAIT_MS = 30;

/**
 * Merges cells into a bilan and writes them if the revision is still the one that was read; otherwise reads the bilan again. It uses no
 * transaction: inside one, MariaDB would show the old row at each try.
 * @param read the bilan, when the request has just read it: the first try needs no further query
 * @throws InputError when a value does not fit its cell, or is too long; then nothing is written
 * @throws ConflictError when the bilan is signed meanwhile, or its school year is over
 * @throws BusyError after 20 tries; the page keeps the change and sends it again
 */
export async function saveChanges(
  context: SaveContext,
  bilanId: string,
  changes: readonly Change[],
  read?: BilanRow,
): Promise<SavedChanges> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await wait(Math.random() * LONGEST_WAIT_MS);
    const row = (tries === 0 && read) || (await readBilan(context, bilanId));
    const saved = await tryChanges(context, row, changes);
    if (saved) return saved;
  }
  throw new BusyError('Too many changes of one bilan at the same time.', { details: { bilan: bilanId } });
}

async function readBilan({ db }: Pick<SaveContext, 'db'>, id: string): Promise<BilanRow> {
  const row = await db.repository(BilanRow).findOne({ where: { id } });
  if (!row) throw new NotFoundError('There is no bilan with this id.');
  return row;
}

async function tryChanges(
  context: SaveContext,
  row: BilanRow,
  changes: readonly Change[],
): Promise<SavedChanges | undefined> {
  const catalogue = await catalogueOf(row, context.catalogues, context.db);
  const { outcomes, merged } = mergeChanges({ ...context, catalogue }, row, changes);
  if (merged === row) return { outcomes, row };
  if (!isWritable(row.state)) throw new ConflictError('The bilan is signed, and no longer changes.');
  if (row.year !== context.schoolYear) throw new ConflictError('The school year of the bilan is over.');
  const { id, revision } = row;
  const columns = { ...columnsOf(contentOf(merged)), writers: merged.writers, revision: revision + 1 };
  const written = await context.db
    .repository(BilanRow)
    .update({ id, revision, state: In([...WRITABLE_STATES]) }, columns);
  return written === 0 ? undefined : { outcomes, row: { ...row, ...columns } };
}

interface Merged {
  readonly outcomes: readonly Saved[];
  /** The row itself when nothing is to be written. */
  readonly merged: BilanRow;
}

interface MergeContext extends Pick<SaveContext, 'personId' | 'now'> {
  readonly catalogue: Catalogue;
}

function mergeChanges({ catalogue, personId, now }: MergeContext, row: BilanRow, changes: readonly Change[]): Merged {
  const outcomes: Saved[] = [];
  let merged = row;
  for (const change of changes) {
    const cell = parseCell(catalogue, change.cell);
    const yours = tidyCell(catalogue, cell, change.now);
    const content = contentOf(merged);
    const value = readCell(content, cell);
    // The value is already stored: the answer to an earlier try was lost.
    if (value === yours || value === tidyCell(catalogue, cell, change.was)) {
      outcomes.push({ kind: 'saved', cell: change.cell, value: yours });
      if (value === yours) continue;
      const columns = columnsOf(writeCell(content, cell, yours));
      merged = { ...merged, ...columns, writers: withWriter(merged, change.cell, personId, now) };
    } else {
      const last = writersOf(merged).get(change.cell);
      const writer = { by: last?.by, at: last && new Date(last.at) };
      outcomes.push({ kind: 'clash', cell: change.cell, value, yours, ...writer });
    }
  }
  return { outcomes, merged };
}
