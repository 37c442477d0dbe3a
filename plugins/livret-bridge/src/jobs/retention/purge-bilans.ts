// SPDX-License-Identifier: EUPL-1.2
import type { JobWork, SchoolDatabase } from '@volee/core-adapter';
import { In, LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { ElementRow } from '../../store/element.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { readBilanEnds, type Cycles } from '../../domain/bilan/kept-until.js';

/** The number of bilans that are processed together: other requests wait for no longer than these take. */
const PART = 200;
/** The number of school years that have to pass at least before a bilan can end. */
const LEAST_YEARS = 2;

/**
 * Deletes rows that are no longer kept: bilans, copies of other schools, the history of both, and elements of earlier years. All of it can
 * happen again after a crash.
 */
export async function purgeBilans(
  work: Pick<JobWork, 'db' | 'schoolYear' | 'clock'> & { readonly catalogues: Cycles },
  signal: AbortSignal,
): Promise<void> {
  const { db, schoolYear, clock, catalogues } = work;
  await db.repository(DestinationRow).delete({ year: LessThanOrEqual(schoolYear - LEAST_YEARS) });
  // Elements are offered in their school year alone, and a teacher may have named a pupil in one.
  await db.repository(ElementRow).delete({ year: LessThanOrEqual(schoolYear - 1) });
  const due = { until: LessThanOrEqual(clock.now()) };
  const copies = await db.repository(HandedRow).find({ select: ['id', 'pupilId'], where: due });
  await inParts(copies, signal, (part) => removeCopies(db, part, due));
  const old = await db
    .repository(BilanRow)
    .find({ select: ['id', 'pupilId', 'level', 'year'], where: { year: LessThanOrEqual(schoolYear - LEAST_YEARS) } });
  const endOf = await readBilanEnds([...new Set(old.map(({ pupilId }) => pupilId))], db, catalogues);
  const ended = old.filter((row) => endOf(row) <= schoolYear).map(({ id }) => id);
  await inParts(ended, signal, (ids) => removeBilans(db, ids));
}

async function inParts<R>(rows: readonly R[], signal: AbortSignal, work: (part: R[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < rows.length; start += PART) {
    signal.throwIfAborted();
    await work(rows.slice(start, start + PART));
  }
}

/** Deletes bilans with their history, and with it what families read before an unlocking. */
async function removeBilans(db: SchoolDatabase, ids: string[]): Promise<void> {
  await db.transaction(async () => {
    for (const entity of [TraceRow, AcknowledgementRow])
      await db.repository<{ bilanId: string }>(entity).delete({ bilanId: In(ids) });
    await db.repository(BilanRow).delete({ id: In(ids) });
  });
}

/** The readings about a pupil go with their last copy. A copy that its school hands over again meanwhile stays. */
async function removeCopies(
  db: SchoolDatabase,
  copies: readonly Pick<HandedRow, 'id' | 'pupilId'>[],
  due: FindOptionsWhere<HandedRow>,
): Promise<void> {
  await db.transaction(async () => {
    const pupilIds = new Set(copies.map(({ pupilId }) => pupilId));
    await db.repository(HandedRow).delete({ ...due, id: In(copies.map(({ id }) => id)) });
    const left = await db
      .repository(HandedRow)
      .find({ select: ['id', 'pupilId'], where: { pupilId: In([...pupilIds]) } });
    for (const { pupilId } of left) pupilIds.delete(pupilId);
    await db.repository(ReadingRow).delete({ pupilId: In([...pupilIds]) });
  });
}
