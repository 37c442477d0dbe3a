// SPDX-License-Identifier: EUPL-1.2
import { ROLES } from '../../sample-directory.js';
import { fault } from '../fault.js';
import { seedExamples } from '../seed-examples.js';
import { emptyTables } from '../rows.js';
import { isEnqueuedByHost, runJobs, runScheduledJobs } from '../run-jobs.js';
import { TARGETS, type SampleClass } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';
import type { EnqueuedJob } from '../watch-brick.js';

const CLASSES: readonly SampleClass[] = ['cm1', 'cm2', 'sixthA', 'ce2'];

/**
 * Jobs wait while people are merged and erased and classes become one, so their data must name rows, and neither people nor groups. A job must
 * end without an error when its row is gone.
 */
export async function checkJobs(bench: ContractBench): Promise<void> {
  const { brick, watch, host } = bench;
  if (brick.jobs.size === 0) return;
  await emptyTables(bench);
  watch.enqueued.length = 0;
  for (const target of Object.values(TARGETS)) await seedExamples(bench, target);
  await runScheduledJobs(bench);
  const enqueued = [...watch.enqueued];
  for (const job of enqueued) checkData(bench, job);
  for (const { name, ...when } of brick.jobs.values()) {
    if (isEnqueuedByHost(when) || enqueued.some((job) => job.name === name)) continue;
    fault(`No example enqueues the job "${name}", so nothing is proved of it; have a form do so, or remove the job.`);
  }

  await emptyTables(bench);
  for (const { name, data, school } of enqueued) {
    await host.host.jobs.outbox(brick, school).enqueue(name, data);
    await runJobs(bench, school, 'what its data names was erased');
  }
  await runScheduledJobs(bench);
  await emptyTables(bench);
}

function checkData({ ids }: ContractBench, { by, name, data, key }: EnqueuedJob): void {
  const text = JSON.stringify([data, key]);
  const person = ROLES.find((role) => text.includes(ids.personOf(role)));
  if (person !== undefined)
    fault(
      `${by} gives the job "${name}" the id of a person (${person}); give it the id of a row and read the person there, since ` +
        'persons are merged and erased while it waits.',
    );
  const group = CLASSES.find((one) => text.includes(ids.groupOf(one)));
  if (group !== undefined)
    fault(
      `${by} gives the job "${name}" the id of a class (${group}); give it the id of a row and read the class there, since ` +
        'two classes may become one while it waits.',
    );
}
