// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolWork } from '@volee/core-adapter';
import { In, LessThan, Not } from 'typeorm';
import { isWritable } from '../bilan/state.js';
import { publishedUntil } from '../periods/closing-year.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { correctionOf } from '../trace/correction.js';
import { isAsKept, restore, type RestoreContext } from './restore.js';

/** The number of bilans that are processed together. */
const PART = 50;

type DueContext = RestoreContext & Pick<SchoolWork, 'schoolYear'>;

/**
 * Restores publications: from 1 August nobody corrects the bilans of the year before. Bilans that were unlocked to be corrected, and that
 * nobody signed again, become again what their families read. Signed ones may still be published until 31 August, and are restored
 * afterwards. A withdrawn text is never restored by itself. The job can run again after a crash.
 */
export async function restoreDue(context: DueContext, signal: AbortSignal): Promise<void> {
  const { db, schoolYear } = context;
  let part = await openBilans(db, schoolYear);
  while (part.length > 0) {
    signal.throwIfAborted();
    for (const row of part) {
      if (isOver(row, context)) await restoreOne(row, context);
    }
    part = await openBilans(db, schoolYear, part.at(-1));
  }
}

async function restoreOne(row: BilanRow, context: DueContext): Promise<void> {
  const correction = await correctionOf(row, context.db);
  if (!correction || correction.isWithdrawn || !isAsKept(row, correction)) return;
  await context.db.transaction(() => restore(row, correction, context));
}

function isOver({ state, year }: BilanRow, { clock, school }: DueContext): boolean {
  return isWritable(state) || clock.now() >= publishedUntil(year, school.timeZone);
}

function openBilans(db: SchoolDatabase, schoolYear: number, last?: Pick<BilanRow, 'id'>): Promise<BilanRow[]> {
  const where = { year: LessThan(schoolYear), state: Not(In(['published'])) };
  const after = last && { after: { id: last.id } };
  return db.repository(BilanRow).find({ where, order: { id: 'ASC' }, take: PART, ...after });
}
