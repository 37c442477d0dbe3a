// SPDX-License-Identifier: EUPL-1.2
import type { Jobs } from '@volee/core-adapter';

/** The job that publishes what is due. It waits while the clock is in doubt: nobody can make unread what families have read (ADR 73). */
export const PUBLISH = 'publish';

/** The job that publishes one period, as the head has just asked for. */
export const PUBLISH_NOW = 'publish-now';

/** A period of a school year. */
export interface PeriodOfYear {
  readonly year: number;
  readonly period: number;
}

/**
 * Enqueues the publication of the endorsed bilans of a period at an instant, or now when it has passed. Call it in the transaction that
 * writes the instant. When a period gets several instants, the last one counts.
 */
export async function enqueuePublication(jobs: Jobs, period: PeriodOfYear, at: Date): Promise<void> {
  await jobs.enqueue(PUBLISH, {}, { at, key: keyOf(period) });
}

/** Enqueues the publication of the endorsed bilans of a period that the head publishes now, or that was published already. */
export async function enqueuePublicationNow(jobs: Jobs, { year, period }: PeriodOfYear): Promise<void> {
  await jobs.enqueue(PUBLISH_NOW, { year, period }, { key: keyOf({ year, period }) });
}

function keyOf({ year, period }: PeriodOfYear): string {
  return `publish ${String(year)} ${String(period)}`;
}
