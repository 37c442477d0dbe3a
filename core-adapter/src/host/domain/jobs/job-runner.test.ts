// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { UnavailableError } from '../../../api/errors.js';
import { OTHER_SCHOOL, SCHOOL, testHostSource } from '../../../testing/sample-directory.js';
import { checkJobs } from '../../app/doctor/check-jobs.js';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { Effect, effectsBrick, effectsOf, jobsIn, writeOnce, type Behaviour } from './effects-for-tests.js';
import { bootSecond, door, startJobHosts } from './job-hosts-for-tests.js';
import { forgetJobs } from './forget-jobs.js';
import { jobOutbox } from './job-outbox.js';
import { JobScheduleRow } from './job-schedule.entity.js';
import { JobRow } from './job.entity.js';
import { retryJobs } from './job-list.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const stands = await startJobHosts();

/** The directory of the test hosts with each record as this makes it. */
function changed(change: (record: DirectoryRecord) => DirectoryRecord): DirectorySource {
  return {
    name: 'ldap',
    async *read(signal) {
      for await (const record of testHostSource.read(signal)) yield change(record);
    },
  };
}

describe.each(stands)('jobs on $name', ({ stand, suite }) => {
  const { host, clock } = suite;
  const { manager } = host.database.dataSource;
  const jobs = jobsIn(host, SCHOOL);
  const rows = (): Promise<JobRow[]> => manager.find(JobRow, { order: { id: 'ASC' } });
  const write = (text: string, options = {}): Promise<void> => jobs.enqueue('write', { text }, options);

  beforeEach(async () => {
    stand.behaviour = writeOnce;
    for (const entity of [JobRow, JobScheduleRow, Effect]) await manager.clear(entity);
  });

  test('a job of a request runs after it, in its school and no other', async () => {
    await suite.as('teacher').get('/write/hello').expect(303);
    expect(await suite.runJobs()).toEqual([{ brick: 'effects', school: SCHOOL, name: 'write', state: 'done' }]);
    expect([await effectsOf(suite, SCHOOL), await effectsOf(suite, OTHER_SCHOOL), await rows()]).toEqual([
      ['hello'],
      [],
      [],
    ]);
  });

  test('the write-ahead log of SQLite is empty after scheduled jobs, which delete what is past its time', async () => {
    for (const day of [1, 2]) {
      clock.advance(24 * HOUR);
      expect((await suite.runJobs()).length > 0).toBe(day === 2);
    }
    const { engine, url } = host.database;
    expect(engine === 'sqlite' ? (await stat(`${url.replace('sqlite:', '')}-wal`)).size : 0).toBe(0);
  });

  test('a transaction that is rolled back takes its job with it', async () => {
    await suite.as('teacher').get('/write/fail').expect(500);
    expect([await rows(), await suite.runJobs()]).toEqual([[], []]);
  });

  test('T1: two schools have the same job, and each run sees the rows and the name of its own', async () => {
    const seen: unknown[] = [];
    stand.behaviour = async ({ db, school, schoolYear, complete }, text) => {
      seen.push([school.uai, schoolYear, await db.repository(Effect).count()]);
      await complete(async () => void (await db.repository(Effect).insert([{ text }])));
    };
    await write('here');
    await jobsIn(host, OTHER_SCHOOL).enqueue('write', { text: 'there' });
    await suite.runJobs();
    expect(seen).toEqual([
      [SCHOOL, 2026, 0],
      [OTHER_SCHOOL, 2026, 0],
    ]);
    expect(await effectsOf(suite, OTHER_SCHOOL)).toEqual(['there']);
  });

  test('a job with a time waits for it', async () => {
    await write('later', { at: new Date(clock.now().getTime() + HOUR) });
    clock.advance(HOUR - 1);
    expect(await suite.runJobs()).toEqual([]);
    clock.advance(1);
    expect(await suite.runJobs()).toMatchObject([{ state: 'done' }]);
  });

  test('a job that fails is tried eight times, then gives up as an error of its brick, until somebody retries it', async () => {
    let runs = 0;
    stand.behaviour = () => Promise.reject(new UnavailableError(`on purpose, ${(runs += 1)}`, { remedy: 'Wait.' }));
    await write('broken');
    const begun = clock.now().getTime();
    const before = host.troubles.of('effects')?.count ?? 0;
    for (let hour = 0; hour < 24; hour += 1) {
      await suite.runJobs();
      clock.set(new Date(begun + (hour + 1) * HOUR));
    }
    expect(await rows()).toMatchObject([{ tries: 8, error: 'on purpose, 8. Wait.', gaveUpAt: expect.any(Date) }]);
    expect(host.troubles.of('effects')).toMatchObject({
      count: before + 1,
      last: { sentence: 'on purpose, 8. Wait.' },
    });

    expect(await checkJobs(host.database.unitOfWork)).toEqual([
      {
        state: 'warn',
        sentence: '1 job of effects gave up after eight tries, the last with: on purpose, 8. Wait.',
        remedy: expect.stringContaining('run "volee job retry --all --brick effects"'),
      },
    ]);
    stand.behaviour = writeOnce;
    expect(await retryJobs(host.database.unitOfWork, { brick: 'effects' }, clock.now())).toBe(1);
    expect(await suite.runJobs()).toMatchObject([{ state: 'done' }]);
  });

  test('a collision with another transaction is no failed try, and waits some seconds', async () => {
    let runs = 0;
    stand.behaviour = async (...given) => {
      if ((runs += 1) === 1) throw new CollisionError();
      await writeOnce(...given);
    };
    await write('twice');
    expect(await suite.runJobs()).toMatchObject([{ state: 'waiting' }]);
    clock.advance(3_000);
    expect(await suite.runJobs()).toMatchObject([{ state: 'done' }]);
  });

  test('rows of "complete" are rolled back with the end of the job, and it may be called once', async () => {
    const later = new Set<string>();
    const waiting: number[] = [];
    stand.behaviour = async (work, text) => {
      await work.complete(async () => {
        await work.db.repository(Effect).insert([{ text }]);
        // In the transaction of the rows, the job itself has ended: only the other one is there.
        waiting.push(await host.database.unitOfWork.run((inside) => inside.count(JobRow)));
        if (text === 'fails' && !later.has(text)) throw new Error('on purpose');
      });
      if (text === 'twice') await work.complete(() => Promise.resolve());
    };
    await write('fails');
    await write('twice');
    const outcomes = await suite.runJobs();
    // The second job has ended with its rows: the call too many comes after that.
    expect([outcomes.map(({ state }) => state), waiting]).toEqual([
      ['waiting', 'done'],
      [1, 1],
    ]);
    expect(await effectsOf(suite, SCHOOL)).toEqual(['twice']);
    later.add('fails');
    clock.advance(HOUR);
    await suite.runJobs();
    expect(await effectsOf(suite, SCHOOL)).toEqual(['twice', 'fails']);
  });

  test('a transaction of the brick around "complete" that is rolled back does not end the job', async () => {
    let runs = 0;
    stand.behaviour = async (work, text, signal) => {
      if ((runs += 1) > 1) return writeOnce(work, text, signal);
      await work.db
        .transaction(async () => {
          await writeOnce(work, text, signal);
          throw new Error('on purpose');
        })
        .catch(() => undefined);
    };
    await write('around');
    expect(await suite.runJobs()).toMatchObject([{ state: 'waiting' }]);
    clock.advance(HOUR);
    await suite.runJobs();
    expect(await effectsOf(suite, SCHOOL)).toEqual(['around']);
  });

  test.each([
    ['an error', new Error('on purpose')],
    ['a collision', new CollisionError()],
  ])('a job that catches %s of "complete" does not end without its rows', async (_, reason) => {
    let runs = 0;
    stand.behaviour = async (work, text, signal) => {
      if ((runs += 1) > 1) return writeOnce(work, text, signal);
      await work.complete(() => Promise.reject(reason)).catch(() => undefined);
    };
    await write('caught');
    const [outcome] = await suite.runJobs();
    expect(outcome).toMatchObject({ state: 'waiting', error: reason });
    clock.advance(HOUR);
    await suite.runJobs();
    expect([await effectsOf(suite, SCHOOL), await rows()]).toEqual([['caught'], []]);
  });

  test('T9: where the brick is off a job waits, and one for that case runs', async () => {
    await host.activations.disable(SCHOOL, 'effects', 'cli');
    await write('waits');
    await jobs.enqueue('sweep', { text: 'swept' });
    await suite.runJobs();
    expect(await effectsOf(suite, SCHOOL)).toEqual(['swept']);
    await host.activations.enable(SCHOOL, 'effects', 'cli');
    await suite.runJobs();
    expect(await effectsOf(suite, SCHOOL)).toEqual(['swept', 'waits']);
  });

  test('X8: a job that follows syncs runs in the schools in which one changed a group, once its brick is on again', async () => {
    const sync = (change: (record: DirectoryRecord) => DirectoryRecord): Promise<unknown> =>
      host.sync.run(changed(change), new AbortController().signal);
    const moved = (record: DirectoryRecord): DirectoryRecord =>
      record.type === 'membership' && record.person === 'pupil' ? { ...record, group: 'cm2' } : record;
    await sync(moved);
    const followed = [{ brick: 'effects', school: SCHOOL, name: 'follow', state: 'done' }];
    expect(await suite.runJobs()).toEqual(followed);
    await sync((record) => moved(record.type === 'school' ? { ...record, name: `${record.name} du Bas` } : record));
    await host.activations.disable(SCHOOL, 'effects', 'cli');
    await sync((record) => record);
    await sync(moved);
    expect([(await rows()).length, await suite.runJobs()]).toEqual([1, []]);
    await host.activations.enable(SCHOOL, 'effects', 'cli');
    expect(await suite.runJobs()).toEqual(followed);
    await sync((record) => record);
    expect(await suite.runJobs()).toEqual(followed);
  });

  test('a job with a pattern runs once in each school at its time, missed times once, and where it is off only if it says so', async () => {
    const ran: string[] = [];
    stand.behaviour = ({ school: { uai } }, text) => Promise.resolve(void ran.push(`${uai} ${text}`));
    const others = await bootSecond(suite, effectsBrick(stand.behaviour));
    try {
      await host.activations.disable(OTHER_SCHOOL, 'effects', 'cli');
      expect([await suite.runJobs(), await others.jobs.runDue()]).toEqual([[], []]);
      clock.advance(3 * 24 * HOUR);
      const outcomes = [...(await suite.runJobs()), ...(await others.jobs.runDue())];
      const told = outcomes.map(({ name, school, state }) => `${name} ${school} ${state}`);
      expect(told.sort()).toEqual([`nightly ${SCHOOL} done`, `sweep ${SCHOOL} done`, `sweep ${OTHER_SCHOOL} done`]);
      expect(ran).toHaveLength(3);
    } finally {
      await host.activations.enable(OTHER_SCHOOL, 'effects', 'cli');
      await others.stop();
    }
  });

  test('jobs with a pattern run again after the clock was years ahead for a moment, also in another process', async () => {
    const others = await bootSecond(suite, effectsBrick(stand.behaviour));
    const right = clock.now();
    try {
      await others.jobs.runDue();
      clock.set('2038-01-19T03:14:07Z');
      expect(await suite.runJobs()).not.toEqual([]);
      clock.set(right);
      expect([await suite.runJobs(), await others.jobs.runDue()]).toEqual([[], []]);
      clock.advance(24 * HOUR);
      const names = (await others.jobs.runDue()).map(({ name }) => name);
      expect([...new Set(names)].sort()).toEqual(['nightly', 'sweep']);
    } finally {
      clock.set(right);
      await others.stop();
    }
  });

  test('a host that works runs a job as soon as its transaction commits, and when it stops gives back what was aborted', async () => {
    const begun = door();
    const written = door();
    const behaviour: Behaviour = async (work, text, signal) => {
      if (text === 'long') {
        begun.open();
        await once(signal, 'abort');
        signal.throwIfAborted();
      }
      await writeOnce(work, text, signal);
      written.open();
    };
    const other = await bootSecond(suite, effectsBrick(behaviour));
    other.startJobs();
    await jobsIn(other, SCHOOL).enqueue('write', { text: 'at once' });
    await written.opened;
    await jobsIn(other, SCHOOL).enqueue('write', { text: 'long' });
    await begun.opened;
    await other.stop();
    expect(await rows()).toMatchObject([{ data: { text: 'long' }, tries: 0, leasedBy: null, leasedUntil: null }]);
    expect(await effectsOf(suite, SCHOOL)).toEqual(['at once']);
  });

  test('whoever runs jobs is woken after the commit, and not at all for what was rolled back', async () => {
    const seen: string[] = [];
    const effects = host.bricks.find((one) => one.state === 'ready');
    if (effects?.state !== 'ready') throw new Error('the brick is not ready');
    const outbox = jobOutbox(host, effects, SCHOOL, () => seen.push('woken'));
    const { unitOfWork } = host.database;
    await unitOfWork.transaction(async () => {
      await outbox.enqueue('write', { text: 'kept' });
      seen.push('enqueued');
    });
    await expect(
      unitOfWork.transaction(async () => {
        await outbox.enqueue('write', { text: 'lost' });
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect(seen).toEqual(['enqueued', 'woken']);
  });

  test.each([
    ['nothing', {}, 'effects has no job "nothing"; give it to brick.jobs.provide.'],
    ['write', { text: 7 }, 'the schema of the job "write" refuses its data (text: '],
    ['write', { text: 'x'.repeat(10_000) }, 'The data of the job "write" is too long; keep it in a row and name that.'],
  ])('enqueue refuses %s with %p', async (name, data, sentence) => {
    await expect(jobs.enqueue(name, data)).rejects.toThrow(sentence);
    expect(await rows()).toEqual([]);
  });

  test('T7: a school that closes takes its jobs with it', async () => {
    await write('gone');
    await jobsIn(host, OTHER_SCHOOL).enqueue('write', { text: 'stays' });
    await forgetJobs(manager, SCHOOL);
    expect(await rows()).toMatchObject([{ uai: OTHER_SCHOOL }]);
  });
});
