// SPDX-License-Identifier: EUPL-1.2
import { fork, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { Effect, effectsBrick, effectsOf, jobsIn } from './effects-for-tests.js';
import { JobRow } from './job.entity.js';

const EFFECTS = 300;
const KILLS = 3;
/** The number of runs of each process, on each database, before it is killed. */
const RUNS_BEFORE_KILL = 50;
/** Longer than a lease: the next process takes what the killed one left. */
const LATER = 2 * 60_000;

const here = fileURLToPath(import.meta.url);
const program = here.replace('/src/', '/dist/').replace('killed-jobs.test.ts', 'run-effects-for-tests.js');

const brick = effectsBrick(async ({ db, complete }, text) =>
  complete(async () => void (await db.repository(Effect).insert([{ text }, { text: `${text}, second row` }]))),
);
const suites = await Promise.all(bothDatabases().map((database) => startTestHost({ bricks: [brick], database })));
const urls = suites.map(({ host }) => host.database.url);
const texts = Array.from({ length: EFFECTS }, (_, number) => `effect ${number}`);

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

test(`of ${EFFECTS} effects each is there once, on each database, after ${KILLS} SIGKILLs in mid-work`, async () => {
  for (const { host } of suites) {
    const jobs = jobsIn(host, SCHOOL);
    await host.database.unitOfWork.transaction(async () => {
      for (const text of texts) await jobs.enqueue('write', { text });
    });
  }
  for (const child of await Promise.all(Array.from({ length: KILLS }, startChild))) await killAtWork(child);

  const expected = texts.flatMap((text) => [text, `${text}, second row`]).sort();
  let leased = 0;
  for (const { host, clock, runJobs } of suites) {
    const { manager } = host.database.dataSource;
    leased += (await manager.find(JobRow)).filter(({ leasedBy }) => leasedBy !== null).length;
    clock.advance(KILLS * LATER);
    await runJobs();
    expect((await effectsOf({ host }, SCHOOL)).sort()).toEqual(expected);
    expect(await manager.count(JobRow)).toBe(0);
  }
  // The faster of the two databases may have had no job left.
  expect(leased).toBeGreaterThan(0);
});

/** Starts a process with a clock that is ahead of those before it. */
async function startChild(_: unknown, number: number): Promise<ChildProcess> {
  const [first] = suites;
  const instant = new Date((first?.clock.now().getTime() ?? 0) + number * LATER).toISOString();
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const child = fork(program, [instant, first?.storageFolder ?? '', ...urls], { env, execArgv: [] });
  children.push(child);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The process ended before it was ready.')));
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
}

/** Lets a process work, and kills it while it runs jobs. */
async function killAtWork(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  const runs = new Map(urls.map((url) => [url, 0]));
  child.send('go');
  for await (const [url] of on(child, 'message') as AsyncIterable<[string]>) {
    runs.set(url, (runs.get(url) ?? 0) + 1);
    if (Math.min(...runs.values()) >= RUNS_BEFORE_KILL) break;
  }
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}
