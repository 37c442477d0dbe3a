// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { JobRow } from './job.entity.js';

/** Deletes the jobs of a school that closes. Those that run can complete nothing any more. */
export async function forgetJobs(manager: EntityManager, uai: string): Promise<void> {
  await manager.delete(JobRow, { uai });
}
