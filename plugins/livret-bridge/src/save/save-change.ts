// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as wait } from 'node:timers/promises';
import { BusyError, ConflictError, NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { parseCell } from '../bilan/cell.js';
import { readCell, tidyCell, writeCell } from '../bilan/cell-value.js';
import { columnsOf, contentOf } from '../bilan/content.js';
import { isWritable, WRITABLE_STATES } from '../bilan/state.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { BilanRow } from '../store/bilan.entity.js';
import { withWriter, writersOf } from './writers.js';

/** One change of one cell, as a page sends it: the value that the page showed, and the new one. */
export interface Change {
  readonly bilanId: string;
  /** The name of the cell: see `Cell`. */
  readonly cell: string;
  readonly was: string;
  readonly now: string;
}

/** The outcome of a change. `clash`: somebody else wrote another value meanwhile, which stays until a person chooses. */
export type Saved =
  | { readonly kind: 'saved'; readonly value: string; readonly row: BilanRow }
  | {
      readonly kind: 'clash';
      readonly value: string;
      /** The value that was sent, as it would be stored. */
      readonly yours: string;
      readonly by: string | undefined;
      readonly at: Date | undefined;
      readonly row: BilanRow;
    };

export interface SaveContext {
  readonly db: SchoolDatabase;
  readonly catalogues: Catalogues;
  /** The id of the person that writes. */
  readonly personId: string;
  readonly now: Date;
}

/** Twenty writers at once on one bilan: with as many tries each, none of them is refused on either database. */
const TRIES = 20;
const LONGEST_WAIT_MS = 30;

/**
 * Merges one cell into a bilan and writes it where the revision is still the one that was read, else reads it again. No
 * transaction: inside one, MariaDB would show the old row at each try.
 * @throws InputError when the value is none for the cell, or too long
 * @throws ConflictError when the bilan is signed meanwhile
 * @throws BusyError after 20 tries; the page keeps the change and sends it again
 */
export async function saveChange(context: SaveContext, change: Change): Promise<Saved> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await wait(Math.random() * LONGEST_WAIT_MS);
    const saved = await tryChange(context, change);
    if (saved) return saved;
  }
  throw new BusyError('Too many changes of one bilan at the same time.', { details: { bilan: change.bilanId } });
}

async function tryChange(context: SaveContext, change: Change): Promise<Saved | undefined> {
  const { db, catalogues, personId, now } = context;
  const rows = db.repository(BilanRow);
  const row = await rows.findOne({ where: { id: change.bilanId } });
  if (!row) throw new NotFoundError('There is no bilan with this id.');
  const catalogue = catalogues.get(row.catalogue);
  const cell = parseCell(catalogue, change.cell);
  const yours = tidyCell(catalogue, cell, change.now);
  const content = contentOf(row);
  const value = readCell(content, cell);
  // The answer to an earlier try was lost: the value is there already.
  if (value === yours) return { kind: 'saved', value, row };
  if (value !== tidyCell(catalogue, cell, change.was)) {
    const last = writersOf(row).get(change.cell);
    return { kind: 'clash', value, yours, by: last?.by, at: last && new Date(last.at), row };
  }
  if (!isWritable(row.state)) throw new ConflictError('The bilan is signed, and no longer changes.');
  const changes = {
    ...columnsOf(writeCell(content, cell, yours)),
    ...{ revision: row.revision + 1, writers: withWriter(row, change.cell, personId, now) },
  };
  const written = await rows.update({ id: row.id, revision: row.revision, state: In([...WRITABLE_STATES]) }, changes);
  return written === 0 ? undefined : { kind: 'saved', value: yours, row: { ...row, ...changes } };
}
