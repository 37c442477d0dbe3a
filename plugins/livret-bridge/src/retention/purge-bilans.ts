// SPDX-License-Identifier: EUPL-1.2
import type { JobWork, SchoolDatabase } from '@volee/core-adapter';
import { In, LessThanOrEqual } from 'typeorm';
import { AcknowledgementRow } from '../store/acknowledgement.entity.js';
import { BilanRow } from '../store/bilan.entity.js';
import { DestinationRow } from '../store/destination.entity.js';
import { ElementRow } from '../store/element.entity.js';
import { HandedRow } from '../store/handed.entity.js';
import { TraceRow } from '../store/trace.entity.js';
import { isEnded } from './is-ended.js';

/** Bilans that are looked at together: other requests wait for no longer than these take. */
const PART = 200;
/** No bilan of a later school year can have ended. */
const LEAST_YEARS = 2;

/** Deletes what is no longer kept: bilans, copies of other schools, the history of both, and elements of
 * earlier years. All of it can happen again after a crash. */
export async function purgeBilans(
  work: Pick<JobWork, 'db' | 'schoolYear' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  const { db, schoolYear, clock } = work;
  await db.repository(DestinationRow).delete({ year: LessThanOrEqual(schoolYear - LEAST_YEARS) });
  // Elements are offered in their school year alone, and a teacher may have named a pupil in one.
  await db.repository(ElementRow).delete({ year: LessThanOrEqual(schoolYear - 1) });
  const copies = await db
    .repository(HandedRow)
    .find({ select: ['id', 'pupilId'], where: { until: LessThanOrEqual(clock.now()) } });
  await inParts(
    copies.map(({ id }) => id),
    signal,
    (ids) => remove(db, HandedRow, ids),
  );
  const old = await db
    .repository(BilanRow)
    .find({ select: ['id', 'pupilId', 'level', 'year'], where: { year: LessThanOrEqual(schoolYear - LEAST_YEARS) } });
  const ended = old.filter((row) => isEnded(row, schoolYear)).map(({ id }) => id);
  await inParts(ended, signal, (ids) => remove(db, BilanRow, ids));
}

async function inParts(
  ids: readonly string[],
  signal: AbortSignal,
  work: (part: string[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += PART) {
    signal.throwIfAborted();
    await work(ids.slice(start, start + PART));
  }
}

/** The history goes first: without its bilan nothing would find it again. */
async function remove(db: SchoolDatabase, entity: typeof BilanRow | typeof HandedRow, ids: string[]): Promise<void> {
  await db.transaction(async () => {
    for (const one of [TraceRow, AcknowledgementRow])
      await db.repository<{ bilanId: string }>(one).delete({ bilanId: In(ids) });
    await db.repository<{ id: string }>(entity).delete({ id: In(ids) });
  });
}
