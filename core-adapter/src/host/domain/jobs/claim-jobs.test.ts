// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { claimJobs } from './claim-jobs.js';
import { Effect, effectsBrick, effectsOf, jobsIn, writeOnce, type Behaviour } from './effects-for-tests.js';
import { bootSecond, door, startJobHosts } from './job-hosts-for-tests.js';
import { JobScheduleRow } from './job-schedule.entity.js';
import { JobRow } from './job.entity.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const stands = await startJobHosts();

describe.each(stands)('claims of jobs on $name', ({ stand, brick, suite }) => {
  const { host, clock } = suite;
  const { manager } = host.database.dataSource;
  const jobs = jobsIn(host, SCHOOL);
  const rows = (): Promise<JobRow[]> => manager.find(JobRow, { order: { id: 'ASC' } });
  const write = (text: string, options = {}): Promise<void> => jobs.enqueue('write', { text }, options);

  beforeEach(async () => {
    stand.behaviour = writeOnce;
    for (const entity of [JobRow, JobScheduleRow, Effect]) await manager.clear(entity);
  });

  test('of jobs with one key the last runs, whichever was due first, and those of another school stay', async () => {
    await write('first', { key: 'digest', at: new Date(clock.now().getTime() + HOUR) });
    await write('second', { key: 'digest', at: new Date(clock.now().getTime() + MINUTE) });
    await write('third', { key: 'digest' });
    await write('another', { key: 'other' });
    await jobsIn(host, OTHER_SCHOOL).enqueue('write', { text: 'there' }, { key: 'digest' });
    await suite.runJobs();
    clock.advance(2 * HOUR);
    expect(await suite.runJobs()).toEqual([]);
    expect([await effectsOf(suite, SCHOOL), await effectsOf(suite, OTHER_SCHOOL)]).toEqual([
      ['third', 'another'],
      ['there'],
    ]);
  });

  test('a key replaces a job that waits to be tried again, and one that has begun still ends', async () => {
    stand.behaviour = async (work, text) => {
      if (text === 'begun') {
        await work.jobs.enqueue('write', { text: 'next' }, { key: 'digest' });
        await writeOnce(work, text, new AbortController().signal);
      } else if (text === 'broken') throw new Error('on purpose');
      else await writeOnce(work, text, new AbortController().signal);
    };
    await write('begun', { key: 'digest' });
    await write('broken', { key: 'other' });
    await suite.runJobs();
    await write('mended', { key: 'other' });
    clock.advance(HOUR);
    await suite.runJobs();
    expect(await effectsOf(suite, SCHOOL)).toEqual(['begun', 'next', 'mended']);
    expect(await rows()).toEqual([]);
  });

  test('while a job runs, no other process begins one with the same key', async () => {
    const other = await bootSecond(suite, brick);
    const meanwhile: unknown[] = [];
    stand.behaviour = async (work, text, signal) => {
      if (text === 'first') {
        await write('second', { key: 'digest' });
        meanwhile.push(...(await other.jobs.runDue()));
      }
      await writeOnce(work, text, signal);
    };
    await write('first', { key: 'digest' });
    try {
      expect([(await suite.runJobs()).length, meanwhile]).toEqual([2, []]);
    } finally {
      await other.stop();
    }
  });

  test('a job is not claimed when another process took one of its key since both were read', async () => {
    await write('first', { key: 'digest' });
    const [first] = await rows();
    await write('second', { key: 'digest' });
    const { database, bricks } = host;
    const { unitOfWork } = database;
    const raced = Object.assign(Object.create(unitOfWork) as typeof unitOfWork, {
      run: unitOfWork.run.bind(unitOfWork),
      transaction: async (work: Parameters<typeof unitOfWork.transaction>[0]) => {
        const lease = { leasedBy: 'another', leasedUntil: new Date(clock.now().getTime() + MINUTE) };
        await manager.update(JobRow, { id: first?.id ?? '' }, lease);
        return unitOfWork.transaction(work);
      },
    });
    const room = { free: 1, running: new Map(), ofOneSchool: 1 };
    const claim = await claimJobs({ database: { ...database, unitOfWork: raced }, clock, bricks }, room);
    expect(claim).toEqual({ jobs: [], spent: [] });
  });

  test('two processes never run one job twice', async () => {
    const ran: string[] = [];
    const [begunHere, begunThere] = [door(), door()];
    const waitingFor =
      (mine: typeof begunHere, others: typeof begunHere): Behaviour =>
      async (work, text, signal) => {
        ran.push(text);
        mine.open();
        await others.opened;
        await writeOnce(work, text, signal);
      };
    stand.behaviour = waitingFor(begunHere, begunThere);
    const other = await bootSecond(suite, effectsBrick(waitingFor(begunThere, begunHere)));
    try {
      const texts = Array.from({ length: 60 }, (_, number) => `job ${number}`);
      for (const text of texts) await write(text);
      const [here, there] = await Promise.all([suite.runJobs(), other.jobs.runDue()]);
      expect([...here, ...there].map(({ state }) => state)).toEqual(texts.map(() => 'done'));
      expect([ran.length, (await effectsOf(suite, SCHOOL)).length]).toEqual([60, 60]);
    } finally {
      await other.stop();
    }
  });

  test('a job that lost its lease is aborted and completes nothing; the expired lease counts as a try', async () => {
    let late: Promise<void> | undefined;
    stand.behaviour = async (work, text, signal) => {
      if (text !== 'slow' || late) return writeOnce(work, text, signal);
      late = once(signal, 'abort').then(() => writeOnce(work, text, signal));
      await late;
    };
    await write('slow');
    const [slow] = await Promise.all([
      suite.runJobs(),
      (async () => {
        while (!late) await new Promise((resolve) => setImmediate(resolve));
        clock.advance(2 * MINUTE);
        const other = await bootSecond(suite, brick);
        try {
          expect(await other.jobs.runDue()).toMatchObject([{ state: 'done' }]);
          await host.jobs.renewLeases();
        } finally {
          await other.stop();
        }
      })(),
    ]);
    expect(slow).toMatchObject([{ state: 'lost', error: { message: expect.stringContaining('was taken away') } }]);
    expect(await effectsOf(suite, SCHOOL)).toEqual(['slow']);
  });

  test('a job that ends its process each time gives up', async () => {
    await write('poison');
    const [row] = await rows();
    const dead = { leasedBy: row?.id ?? '', leasedUntil: clock.now(), tries: 7 };
    await manager.update(JobRow, { name: 'write' }, dead);
    expect(await suite.runJobs()).toEqual([]);
    expect(await rows()).toMatchObject([{ tries: 8, error: expect.stringContaining('The process'), leasedBy: null }]);
  });
});
