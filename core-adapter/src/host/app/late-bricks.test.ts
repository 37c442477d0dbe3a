// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import { sampleSource, SCHOOL } from '../../testing/sample-directory.js';
import { sessionCookie } from '../../testing/session-cookie.js';
import { brickWith, entryOf } from '../bricks/bricks-for-tests.js';
import { DeclaringBricks } from '../bricks/declare-bricks.js';
import type { LoadedBrick } from '../domain/bricks/loaded-brick.js';
import { effectsBrick, effectsOf, writeOnce } from '../domain/jobs/effects-for-tests.js';
import { startJobHosts, type JobHost } from '../domain/jobs/job-hosts-for-tests.js';
import { CreateNotes1764028800000, NoteRow } from '../infra/database/notes-for-tests.js';
import { LIMITS } from '../infra/util/limits.js';
import { bootHost, type Host } from './boot-host.js';
import { recordingLog } from './host-for-tests.js';

const suites = await startJobHosts();

interface LateHost {
  readonly host: Host;
  /** Lets a brick come, and resolves when it has its place in the host. */
  come(brick: BrickDefinition): Promise<LoadedBrick>;
}

/** A second host on the database of a suite. Its only brick has not come when the host boots. */
async function bootWithout({ suite }: JobHost): Promise<LateHost> {
  const limits = { ...LIMITS, import: 5 };
  let come = (_brick: BrickDefinition): void => undefined;
  const coming = new Promise<BrickDefinition>((resolve) => (come = resolve));
  const bricks = [{ name: '@acme/slow', settings: {}, load: () => coming }];
  const declaring = new DeclaringBricks(bricks, {}, limits);
  await declaring.hadTheirTime;
  const { log } = recordingLog();
  const host = await bootHost({ settings: suite.host.settings, bricks, declaring, log, clock: suite.clock, limits });
  return {
    host,
    come(brick) {
      const placed = new Promise<LoadedBrick>((resolve) => host.onLate(resolve));
      come(brick);
      return placed;
    },
  };
}

describe.each(suites)('P11: a brick that comes late, on $name', (jobs) => {
  let late: LateHost;
  beforeEach(async () => void (late = await bootWithout(jobs)));
  afterEach(() => late.host.stop());

  test('it serves pages, keeps rows, runs jobs and schedules, and is counted, without a restart', async () => {
    const { host, come } = late;
    const { port } = await host.listen();
    const Cookie = await sessionCookie(host, 'teacher');
    const get = (path: string): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers: { Cookie, Accept: 'text/html' }, redirect: 'manual' });
    const up = async (): Promise<string | undefined> =>
      /^volee_brick_up.*$/m.exec(await (await get('/metrics')).text())?.[0];
    expect((await get(`/s/${SCHOOL}/effects/`)).status).toBe(404);
    expect(await up()).toBe('volee_brick_up{brick="slow"} 0');
    expect(await (await get('/health/ready')).json()).toMatchObject({ bricks: { ready: 0, failed: ['slow'] } });

    expect(await come(effectsBrick(writeOnce))).toMatchObject({ id: 'effects', state: 'ready' });
    expect((await get(`/s/${SCHOOL}/effects/`)).status).toBe(200);
    expect(await up()).toBe('volee_brick_up{brick="effects"} 1');
    expect(await (await get('/health/ready')).json()).toMatchObject({ bricks: { ready: 1, failed: [] } });
    expect((await get(`/s/${SCHOOL}/effects/write/late`)).status).toBe(303);
    expect(await host.jobs.runDue()).toMatchObject([{ name: 'write', state: 'done' }]);
    expect(await effectsOf(jobs.suite, SCHOOL)).toEqual(['late']);

    jobs.suite.clock.advance(86_400_000);
    const names = (await host.jobs.runDue()).map(({ name }) => name);
    expect([...new Set(names)].sort()).toEqual(['nightly', 'sweep']);
  });

  test('one with pending migrations fails alone, and says what to do', async () => {
    const migrations = [CreateNotes1764028800000];
    expect(await late.come(brickWith({ id: 'notes', entities: [NoteRow], migrations }))).toMatchObject({
      id: 'notes',
      state: 'failed',
      remedy: 'Run "volee db migrate".',
    });
    expect(await late.host.administrators.list()).not.toEqual([]);
  });

  test('its source of persons is there for syncs and for what asks which sources exist', async () => {
    const source = { ...sampleSource, name: 'late' };
    const brick = brickWith({ id: 'records', kind: 'directory-source', permissions: undefined }, ({ sources }) =>
      sources.provide(source),
    );
    expect(await late.come(brick)).toMatchObject({ state: 'ready' });
    expect(late.host.sources.map(({ name }) => name)).toEqual(['late']);
  });
});

test('P11: a brick that fails late, or comes while the host stops, changes nothing else', async () => {
  const [jobs] = suites;
  if (!jobs) throw new Error('there is no database');
  const { host, come } = await bootWithout(jobs);
  const torn = brickWith({ id: 'torn' }, () => {
    throw new Error('torn');
  });
  expect(await come(torn)).toMatchObject({ id: 'torn', state: 'failed' });
  expect(host.bricks).toMatchObject([{ id: 'torn', cause: 'torn: it could not be activated (torn).' }]);
  await host.stop();

  const stopping = await bootWithout(jobs);
  await stopping.host.stop();
  void stopping.come(brickWith({ id: 'never' }));
  await new Promise(setImmediate);
  expect(stopping.host.bricks.map(({ state }) => state)).toEqual(['failed']);
});

test('P11: two sources of one name: the late one fails, and the host goes on', async () => {
  const [jobs] = suites;
  if (!jobs) throw new Error('there is no database');
  const records = (id: string): BrickDefinition =>
    brickWith({ id, kind: 'directory-source', permissions: undefined }, ({ sources }) => sources.provide(sampleSource));
  let arrive = (): void => undefined;
  const load = (): Promise<BrickDefinition> => new Promise((resolve) => (arrive = () => resolve(records('second'))));
  const bricks = [entryOf(records('first'), '@acme/first'), { name: '@acme/second', settings: {}, load }];
  const declaring = new DeclaringBricks(bricks, {}, { ...LIMITS, import: 5 });
  await declaring.hadTheirTime;
  const { settings } = jobs.suite.host;
  const host = await bootHost({ settings, bricks, declaring, log: recordingLog().log });
  const placed = new Promise<LoadedBrick>((resolve) => host.onLate(resolve));
  arrive();
  expect(await placed).toMatchObject({
    id: 'second',
    cause: `second: another source is named "${sampleSource.name}".`,
    remedy: 'Rename one.',
  });
  await host.stop();
});
