// SPDX-License-Identifier: EUPL-1.2
import type { Jobs } from '@volee/core-adapter';
import type { PeriodRow } from '../../store/period.entity.js';

/** The job that publishes what is due. It waits while the clock is in doubt: nobody can make unread what families have read (ADR 73). */
export const PUBLISH = 'publish';

/** The job that publishes one period, as the head has asked for ten minutes before. */
export const PUBLISH_NOW = 'publish-now';

/** A period of a school year. */
export interface PeriodOfYear {
  readonly year: number;
  readonly period: number;
}

/**
 * Enqueues the publication of the endorsed bilans of a period at the instant that the head planned. Call it in the transaction that
 * writes the instant. When a period gets several instants, the last one counts.
 */
export async function enqueuePublication(jobs: Jobs, period: PeriodOfYear, at: Date): Promise<void> {
  await jobs.enqueue(PUBLISH, {}, { at, key: keyOf(period) });
}

/** Enqueues the publication that a head wants now, ten minutes later. It waits for no clock. */
export async function enqueuePublicationNow(jobs: Jobs, { year, period }: PeriodOfYear, at: Date): Promise<void> {
  await jobs.enqueue(PUBLISH_NOW, { year, period }, { at, key: keyAt({ year, period }, at) });
}

/** Enqueues the publication of bilans that were endorsed after the instant of their period, at their own instant. */
export async function enqueueLateVisa(
  jobs: Jobs,
  row: PeriodOfYear & Pick<PeriodRow, 'outAt'>,
  at: Date,
): Promise<void> {
  if (row.outAt) return enqueuePublicationNow(jobs, row, at);
  await jobs.enqueue(PUBLISH, {}, { at, key: keyAt(row, at) });
}

function keyOf({ year, period }: PeriodOfYear): string {
  return `publish ${String(year)} ${String(period)}`;
}

/** Each instant has a job of its own: a later visa does not delay an earlier one. */
function keyAt(period: PeriodOfYear, at: Date): string {
  return `${keyOf(period)} ${at.toISOString()}`;
}
