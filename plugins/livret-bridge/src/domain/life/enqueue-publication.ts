// SPDX-License-Identifier: EUPL-1.2
import type { Jobs } from '@volee/core-adapter';

/** The job that publishes what is due. */
export const PUBLISH = 'publish';

/**
 * Enqueues the publication of the endorsed bilans of a period at an instant, or now when it has passed. Call it in the transaction that
 * writes the instant. When a period gets several instants, the last one counts.
 */
export async function enqueuePublication(jobs: Jobs, year: number, period: number, at: Date): Promise<void> {
  await jobs.enqueue(PUBLISH, {}, { at, key: `publish ${String(year)} ${String(period)}` });
}
