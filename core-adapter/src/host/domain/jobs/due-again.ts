// SPDX-License-Identifier: EUPL-1.2
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { LEASE } from './job-leases.js';
import { JobRow } from './job.entity.js';

/**
 * Makes jobs due now that wait for a time of a clock that had leapt: tries of then, and what was enqueued. The lease of a killed process ends
 * as usual; a running process renews its own.
 */
export async function makeDueAgain(manager: EntityManager, leaptAt: Date, now: Date): Promise<void> {
  await manager.update(JobRow, { dueAt: MoreThanOrEqual(leaptAt) }, { dueAt: now });
  const leasedUntil = new Date(now.getTime() + LEASE);
  await manager.update(JobRow, { leasedUntil: MoreThanOrEqual(leaptAt) }, { leasedUntil });
}
