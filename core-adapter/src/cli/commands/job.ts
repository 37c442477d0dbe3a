// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { InputError } from '../../api/errors.js';
import type { JobRow } from '../../host/domain/jobs/job.entity.js';
import { CLI } from '../../host/domain/audit/actors.js';
import { countOf } from '../../host/domain/sync/state/count-nouns.js';
import { answer } from '../global-options.js';
import { withHost } from '../with-host.js';

interface Which {
  readonly brick?: string;
  readonly school?: string;
}

interface Retried extends Which {
  readonly all?: true;
  readonly clockIsRight?: true;
}

/** The maximum number of jobs that a list shows. */
const MOST = 1_000;

export function addJobCommands(program: Command): void {
  const job = program.command('job').description('work that bricks do when nobody waits for it');

  job
    .command('list')
    .option('--brick <id>', 'of this brick alone')
    .option('--school <uai>', 'of this school alone')
    .option('--gave-up', 'only those that nothing tries again')
    .description(`jobs that gave up, then those that wait or run; ${MOST.toLocaleString('en')} at most`)
    .action((options: Which & { readonly gaveUp?: true }, command: Command) =>
      withHost(command, async ({ database, clock }) => {
        const { listJobs } = await import('../../host/domain/jobs/job-list.js');
        const { jobs, total } = await listJobs(database.unitOfWork, options, MOST);
        const more = total > jobs.length ? [`And ${total - jobs.length} more.`] : [];
        const lines = jobs.map((one) => line(one, clock.now()));
        answer(
          command,
          jobs.map((one) => data(one, clock.now())),
          total === 0
            ? [options.brick || options.school || options.gaveUp ? 'No such job.' : 'No job waits.']
            : [...lines, ...more],
        );
      }),
    );

  job
    .command('retry')
    .argument('[id]', 'as "volee job list" shows it')
    .option('--all', 'every job that gave up')
    .option('--brick <id>', 'with --all: of this brick alone')
    .option('--school <uai>', 'with --all: of this school alone')
    .option('--clock-is-right', 'instead: lets deletions by age run that wait because the clock is far ahead')
    .description('makes jobs due now, with eight new tries')
    .action((id: string | undefined, options: Retried, command: Command) =>
      withHost(command, async ({ database, clock, clockGuard }) => {
        if (options.clockIsRight) {
          if (id !== undefined || options.all)
            throw new InputError('--clock-is-right stands alone.', { remedy: 'Leave the rest out.' });
          const confirmed = await clockGuard.confirm(CLI);
          answer(command, { confirmed }, [
            confirmed ? 'Deletions by age run again.' : 'Nothing waits because of the clock.',
          ]);
          return;
        }
        if ((id === undefined) === (options.all === undefined))
          throw new InputError('Which job is meant?', {
            remedy: 'Name one by its id, or give --all for those that gave up.',
          });
        if (id !== undefined && (options.brick ?? options.school) !== undefined)
          throw new InputError('An id names one job.', { remedy: 'Give --brick and --school with --all alone.' });
        const { retryJobs } = await import('../../host/domain/jobs/job-list.js');
        const which = id === undefined ? { brick: options.brick, school: options.school } : { id };
        const count = await retryJobs(database.unitOfWork, which, clock.now());
        answer(command, { retried: count }, [
          `${countOf(count, 'job is', 'jobs are')} due now and run by "volee serve".`,
        ]);
      }),
    );
}

function stateOf({ gaveUpAt, leasedUntil }: JobRow, now: Date): 'gave up' | 'running' | 'waiting' {
  if (gaveUpAt) return 'gave up';
  return leasedUntil && leasedUntil > now ? 'running' : 'waiting';
}

function data(job: JobRow, now: Date): object {
  const { id, brick, uai, name, key, createdAt, dueAt, tries, error } = job;
  return { id, brick, school: uai, name, key, state: stateOf(job, now), createdAt, dueAt, tries, error };
}

function line(job: JobRow, now: Date): string {
  const { id, brick, uai, name, dueAt, tries, error } = job;
  const failed = error === null ? '' : `; after ${countOf(tries, 'try', 'tries')}: ${error}`;
  return `${id}  ${brick} ${name} in ${uai}: ${stateOf(job, now)}, due ${dueAt.toISOString()}${failed}`;
}
