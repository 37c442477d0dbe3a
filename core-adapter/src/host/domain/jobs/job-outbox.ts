// SPDX-License-Identifier: EUPL-1.2
import type { Jobs } from '../../../api/jobs.js';
import { insertRows } from '../../infra/database/insert-rows.js';
import { newId } from '../../infra/database/new-id.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import type { JobContext } from './job-context.js';
import { parseJobData } from './job-data.js';
import { JobRow } from './job.entity.js';

/** The longest data in characters of JSON. Content belongs into rows, which data names. */
const LONGEST_DATA = 10_000;
/** Length of the column. */
const LONGEST_KEY = 190;

/**
 * Enqueues jobs of a brick in one school, in the transaction in progress. It only inserts: replacing the jobs with the same key
 * is left to the claim, so that two requests never wait for each other or collide.
 * @param wake called after the commit
 */
export function jobOutbox(
  { database: { unitOfWork }, clock }: Pick<JobContext, 'database' | 'clock'>,
  { id: brick, jobs }: Pick<ReadyBrick, 'id' | 'jobs'>,
  uai: string,
  wake: () => void,
): Jobs {
  return {
    async enqueue(name, data, { at, key } = {}) {
      const job = jobs.get(name);
      if (!job) throw new Error(`${brick} has no job "${name}"; give it to brick.jobs.provide.`);
      const stored = JSON.stringify(data);
      if (stored.length > LONGEST_DATA)
        throw new Error(`The data of the job "${name}" is too long; keep it in a row and name that.`);
      if (key !== undefined && key.length > LONGEST_KEY)
        throw new Error(`The key of the job "${name}" has more than ${LONGEST_KEY} characters.`);
      // The data as the job will read it: JSON turns an instant into a text.
      const read = JSON.parse(stored) as object;
      parseJobData(job, read);
      const row = newJob({ brick, uai, name, key: key ?? null, data: read }, clock.now());
      await unitOfWork.run((manager) => insertRows(manager, JobRow, [{ ...row, dueAt: at ?? row.dueAt }]));
      unitOfWork.afterCommit(wake);
    },
  };
}

/** A job that is due at once. */
export function newJob(job: Pick<JobRow, 'brick' | 'uai' | 'name' | 'key' | 'data'>, now: Date): JobRow {
  const waiting = { leasedBy: null, leasedUntil: null, tries: 0, error: null, gaveUpAt: null };
  return { id: newId(), ...job, createdAt: now, dueAt: now, ...waiting };
}
