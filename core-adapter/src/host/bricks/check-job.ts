// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../api/errors.js';
import type { BrickJob } from '../domain/bricks/brick-job.js';
import { nextTime } from '../domain/jobs/next-time.js';
import { errorMessage } from '../infra/util/error-message.js';

/** The length of the columns. */
const LONGEST = 60;

/** @throws InputError with one sentence when a job is invalid or registered twice */
export function checkJob(job: BrickJob, others: ReadonlyMap<string, BrickJob>): void {
  const { name, every, afterSync, data } = job;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > LONGEST)
    throw new InputError(`the job "${name}" has no name in kebab-case of at most ${LONGEST} characters`);
  if (others.has(name)) throw new InputError(`the job "${name}" is registered twice`);
  if (typeof (data as unknown as { safeParse?: unknown } | undefined)?.safeParse !== 'function')
    throw new InputError(`the job "${name}" has no schema`, { remedy: 'Give a zod schema as "data".' });
  if (every !== undefined) checkPattern(name, every);
  if ((every !== undefined || afterSync) && !data.safeParse({}).success) {
    const option = every === undefined ? 'afterSync' : 'every';
    throw new InputError(`the schema of the job "${name}" refuses {}, the data of a job with "${option}"`, {
      remedy: 'Make its fields optional, or give it none.',
    });
  }
}

function checkPattern(name: string, every: string): void {
  if (every.length > LONGEST)
    throw new InputError(`the pattern of the job "${name}" has more than ${LONGEST} characters`);
  let next: Date | undefined;
  try {
    next = nextTime(every, new Date());
  } catch (error) {
    const reason = errorMessage(error);
    throw new InputError(`"${every}" of the job "${name}" is not a cron pattern (${reason})`, { cause: error });
  }
  if (!next) throw new InputError(`the pattern "${every}" of the job "${name}" names no time to come`);
}
