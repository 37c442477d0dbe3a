// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { LIMITS } from '../../infra/util/limits.js';
import { claimJobs } from './claim-jobs.js';
import { Effect, effectsBrick, effectsOf, jobsIn, writeOnce, type Behaviour } from './effects-for-tests.js';
import { bootSecond, door, startJobHosts } from './job-hosts-for-tests.js';
import { retryJobs } from './job-list.js';
import { JobRow } from './job.entity.js';

const MINUTE = 60_000;
/** More transactions than a page takes to be answered. */
const MANY = 2_000;
/** A runner that is not woken looks for jobs after the end of the test. */
const WOKEN_ALONE = { ...LIMITS, look: 60 * MINUTE };

const stands = await startJobHosts();

describe.each(stands)('turns of jobs on $name', ({ stand, suite }) => {
  const { host, clock } = suite;
  const { manager } = host.database.dataSource;
  const rows = (): Promise<JobRow[]> => manager.find(JobRow, { order: { id: 'ASC' } });
  const write = (text: string, uai = SCHOOL): Promise<void> => jobsIn(host, uai).enqueue('write', { text });
  const writeMany = (count: number): Promise<void> =>
    host.database.unitOfWork.transaction(async () => {
      for (let number = 0; number < count; number += 1) await write(`job ${number}`);
    });

  beforeEach(async () => {
    stand.behaviour = writeOnce;
    for (const entity of [JobRow, Effect]) await manager.clear(entity);
  });

  test('a page is answered while a job writes one transaction after the other', async () => {
    let isAnswered = false;
    let transactions = 0;
    stand.behaviour = async ({ db }) => {
      const page = suite
        .as('teacher')
        .get('/')
        .expect(200)
        .then(() => (isAnswered = true));
      for (; !isAnswered && transactions < MANY; transactions += 1)
        await db.transaction(async () => void (await db.repository(Effect).insert([{ text: 'many' }])));
      await page;
    };
    await write('long');
    await suite.runJobs();
    expect(transactions).toBeLessThan(MANY);
  });

  test('slow jobs of one school leave room for those of another', async () => {
    const [begun, quick, end] = [door(), door(), door()];
    let slow = 0;
    const behaviour: Behaviour = async (work, text, signal) => {
      if (text === 'quick') quick.open();
      else {
        slow += 1;
        if (slow === 3) begun.open();
        await end.opened;
      }
      await writeOnce(work, text, signal);
    };
    await writeMany(10);
    const other = await bootSecond(suite, effectsBrick(behaviour), WOKEN_ALONE);
    try {
      other.startJobs();
      await begun.opened;
      await jobsIn(other, OTHER_SCHOOL).enqueue('write', { text: 'quick' });
      await quick.opened;
      expect(slow).toBe(3);
    } finally {
      end.open();
      await other.stop();
    }
  });

  test('behind a school with many jobs at work, those of a school at rest are claimed first', async () => {
    const [first] = await Promise.all([rows(), writeMany(250)]);
    await write('late', OTHER_SCHOOL);
    const room = (running: ReadonlyMap<string, number>, free = 2) => ({ free, running, ofOneSchool: 3 });
    const claim = async (running: ReadonlyMap<string, number>): Promise<string[]> =>
      (await claimJobs(host, room(running))).jobs.map(({ uai }) => uai);
    expect(first).toEqual([]);
    expect((await claim(new Map([[SCHOOL, 1]]))).sort()).toEqual([SCHOOL, OTHER_SCHOOL].sort());
    expect(await claim(new Map([[SCHOOL, 3]]))).toEqual([]);
    expect(await claim(new Map([[SCHOOL, 2]]))).toEqual([SCHOOL]);
  });

  test('T9: a job that was claimed before its brick was switched off waits', async () => {
    stand.behaviour = async (work, text, signal) => {
      await writeOnce(work, text, signal);
      if (text === 'first') await host.activations.disable(SCHOOL, 'effects', 'cli');
    };
    try {
      await write('first');
      await write('second');
      expect((await suite.runJobs()).map(({ state }) => state)).toEqual(['done', 'waiting']);
      expect(await rows()).toMatchObject([{ data: { text: 'second' }, leasedBy: null, tries: 0 }]);
    } finally {
      await host.activations.enable(SCHOOL, 'effects', 'cli');
    }
    await suite.runJobs();
    expect(await effectsOf(suite, SCHOOL)).toEqual(['first', 'second']);
  });

  test('an operator retries a job whose process was killed once its lease has expired, and none that runs', async () => {
    await write('killed');
    const [{ id } = { id: '' }] = await rows();
    const leasedUntil = new Date(clock.now().getTime() + MINUTE);
    await manager.update(JobRow, { id }, { leasedBy: id, leasedUntil, tries: 7 });
    const retry = (): Promise<number> => retryJobs(host.database.unitOfWork, { id }, clock.now());
    await expect(retry()).rejects.toThrow('No job that waits');
    clock.advance(MINUTE);
    expect(await retry()).toBe(1);
    expect(await rows()).toMatchObject([{ tries: 0, leasedBy: null, leasedUntil: null }]);
    expect(await suite.runJobs()).toMatchObject([{ state: 'done' }]);
  });

  test('a job begins when another one of its key ends, without a look at the clock', async () => {
    const [first, second] = [door(), door()];
    const behaviour: Behaviour = async (work, text, signal) => {
      if (text === 'first') {
        await jobsIn(other, SCHOOL).enqueue('write', { text: 'second' }, { key: 'digest' });
        first.open();
      }
      await writeOnce(work, text, signal);
      if (text === 'second') second.open();
    };
    const other = await bootSecond(suite, effectsBrick(behaviour), WOKEN_ALONE);
    try {
      other.startJobs();
      await jobsIn(other, SCHOOL).enqueue('write', { text: 'first' }, { key: 'digest' });
      await first.opened;
      await second.opened;
      expect(await effectsOf({ host: other }, SCHOOL)).toEqual(['first', 'second']);
    } finally {
      await other.stop();
    }
  });
});
