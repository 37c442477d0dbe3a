// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { PeriodRow } from '../../store/period.entity.js';
import { enqueuePublication, enqueuePublicationNow } from './enqueue-publication.js';
import { isLeaving, TEN_MINUTES } from './leaves-at.js';

/** A publication that leaves within ten minutes. */
interface Leaving {
  readonly at: Date;
  /** Whether it left within ten minutes before: taking it back would end what somebody else has planned. */
  readonly isOlder: boolean;
}

type PlanContext = Pick<LivretRequest, 'db' | 'jobs' | 'clock' | 'audit'>;

/** Plans the publication of a period. @returns false when it has begun, or somebody moved it meanwhile */
export function planPublication(row: PeriodRow, at: Date, context: PlanContext): Promise<boolean> {
  const { jobs } = context;
  return move(row, at, 'livret.publication.planned', context, () => enqueuePublication(jobs, row, at));
}

/**
 * Publishes the endorsed bilans of a period in ten minutes. What leaves within ten minutes already leaves then.
 * @returns undefined when the publication has begun, or somebody moved it meanwhile
 */
export async function publishNow(row: PeriodRow, context: PlanContext): Promise<Leaving | undefined> {
  const { jobs, clock } = context;
  if (isLeaving(row.publishAt, clock.now()) && row.outAt == null) return { at: row.publishAt, isOlder: true };
  const at = new Date(clock.now().getTime() + TEN_MINUTES);
  const isMoved = await move(row, at, 'livret.publication.planned', context, () =>
    enqueuePublicationNow(jobs, row, at),
  );
  return isMoved ? { at, isOlder: false } : undefined;
}

/**
 * Takes back the instant that was chosen last, until the publication begins: the one before it counts again.
 * @returns the instant that counts now, null for none; undefined when the publication has begun, or somebody moved it meanwhile
 */
export async function undoPublication(
  row: PeriodRow,
  shown: Date,
  context: PlanContext,
): Promise<Date | null | undefined> {
  const { jobs, clock } = context;
  const before = row.publishBefore != null && row.publishBefore > clock.now() ? row.publishBefore : null;
  if (row.publishAt?.getTime() !== shown.getTime()) return undefined;
  const isMoved = await move(row, before, 'livret.publication.cancelled', context, async () => {
    if (before) await enqueuePublication(jobs, row, before);
  });
  return isMoved ? before : undefined;
}

/** Ends the plan of a period. @returns false when the publication has begun, or somebody moved it meanwhile */
export function cancelPublication(row: PeriodRow, context: PlanContext): Promise<boolean> {
  return move(row, null, 'livret.publication.cancelled', context);
}

/**
 * Writes another instant by one statement, which finds the period only as it was read and while nothing is out: the job that publishes
 * begins by the same row, so that one of them is first.
 */
function move(
  row: PeriodRow,
  at: Date | null,
  action: string,
  { db, clock, audit }: PlanContext,
  enqueue: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const key = { year: row.year, period: row.period };
  const subject = at === null ? key : { ...key, at };
  const before = at !== null && isPlan(row.publishAt, clock.now()) ? row.publishAt : null;
  return audit(action, subject, async () => {
    const isMoved = (await moveRow(row, { publishAt: at, publishBefore: before }, db)) > 0;
    if (isMoved) await enqueue();
    return { subject: isMoved ? subject : null, result: isMoved };
  });
}

function moveRow(
  { id, publishAt }: PeriodRow,
  changes: Pick<PeriodRow, 'publishAt' | 'publishBefore'>,
  db: SchoolDatabase,
): Promise<number> {
  const where = { id, publishAt: publishAt ?? IsNull(), outAt: IsNull() };
  return db.repository(PeriodRow).update(where, changes);
}

/** Whether an instant is one that a head planned, and not the end of ten minutes. */
function isPlan(at: Date | null, now: Date): boolean {
  return at !== null && at > now && !isLeaving(at, now);
}
