// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';
import type { Profile } from '../../../api/people.js';
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../../infra/database/new-id.js';
import { SchoolRow } from '../directory/school.entity.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { ActivationRow } from './activation.entity.js';
import type { Reached } from './activation-rule.js';
import { ActivationService } from './activation-service.js';
import { offSpans } from './off-spans.js';

const HERE = '0390001X';
const THERE = '0390002Y';
const HEAD = newId();
const OTHER_HEAD = newId();
const HOUR = 3_600_000;

describe.each(bothDatabases())('activations on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;
  let clock: TestClock;
  let activations: ActivationService;

  beforeAll(async () => {
    database = await openHostTables(kind);
    const school = { kind: 'primary', timeZone: 'Europe/Paris', source: 'ldap', createdAt: new Date() } as const;
    for (const uai of [HERE, THERE]) {
      await database.dataSource.manager.insert(SchoolRow, { ...school, uai, name: uai, foldedName: uai });
    }
  });
  beforeEach(async () => {
    for (const entity of [ActivationRow, AuditLine]) await database.dataSource.manager.clear(entity);
    clock = new TestClock(new Date('2026-11-24T10:00:00.500Z'));
    activations = new ActivationService(database.unitOfWork, clock, new AuditTrail(database.unitOfWork, clock));
  });
  afterAll(() => database.drop());

  const noTies = (): Promise<[]> => Promise.resolve([]);
  const bricksOf = async (uai: string): Promise<string[]> =>
    [...(await activations.bricksFor(uai, ['pupil'], noTies)).keys()].sort();
  const trail = async (): Promise<unknown[]> => {
    const lines = await database.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });
    return lines.map(({ actor, uai, action, subject, outcome }) => [actor, uai, action, subject, outcome]);
  };
  const add = (row: Partial<ActivationRow>): Promise<unknown> =>
    database.dataSource.manager.insert(ActivationRow, {
      id: newId(),
      uai: HERE,
      brick: 'agenda',
      profiles: [],
      groupIds: [],
      from: clock.now(),
      until: null,
      enabledBy: HEAD,
      disabledBy: null,
      ...row,
    });

  testOnce('a brick is off by default; enable takes effect at once, in that school alone', async () => {
    expect(await bricksOf(HERE)).toEqual([]);
    await activations.enable(HERE, 'agenda', HEAD);
    expect(await bricksOf(HERE)).toEqual(['agenda']);
    expect(await bricksOf(THERE)).toEqual([]);
    expect(await activations.bricksOn([HERE, THERE])).toEqual(
      new Map([
        [HERE, ['agenda']],
        [THERE, []],
      ]),
    );
    expect(await activations.bricksOn([])).toEqual(new Map());
  });

  testOnce('disable takes effect at once; no row is deleted, and the history shows it', async () => {
    await activations.enable(HERE, 'agenda', HEAD);
    await activations.enable(THERE, 'agenda', OTHER_HEAD);
    const begun = clock.now();
    clock.advance(HOUR);
    await activations.disable(HERE, 'agenda', OTHER_HEAD);
    expect(await bricksOf(HERE)).toEqual([]);
    expect(await bricksOf(THERE)).toEqual(['agenda']);
    clock.advance(HOUR);
    await activations.enable(HERE, 'agenda', HEAD);
    const history = await activations.history(HERE, 'agenda');
    expect(history.map(({ from, until, enabledBy, disabledBy }) => ({ from, until, enabledBy, disabledBy }))).toEqual([
      { from: clock.now(), until: null, enabledBy: HEAD, disabledBy: null },
      { from: begun, until: new Date(begun.getTime() + HOUR), enabledBy: HEAD, disabledBy: OTHER_HEAD },
    ]);
    expect(await activations.history(THERE, 'agenda')).toHaveLength(1);
    expect(await activations.history(HERE, 'livret')).toEqual([]);
  });

  testOnce('a second enable or disable is refused, and only its audit line is written', async () => {
    await activations.enable(HERE, 'agenda', HEAD);
    await expect(activations.enable(HERE, 'agenda', OTHER_HEAD)).rejects.toThrow(ConflictError);
    await activations.disable(HERE, 'agenda', OTHER_HEAD);
    await expect(activations.disable(HERE, 'agenda', HEAD)).rejects.toThrow(/agenda is off already in 0390001X/);
    expect(await activations.history(HERE, 'agenda')).toHaveLength(1);
    expect(await trail()).toEqual([
      [HEAD, HERE, 'core.brick.enable', { brick: 'agenda' }, 'done'],
      [OTHER_HEAD, HERE, 'core.brick.enable', { brick: 'agenda' }, 'failed'],
      [OTHER_HEAD, HERE, 'core.brick.disable', { brick: 'agenda' }, 'done'],
      [HEAD, HERE, 'core.brick.disable', { brick: 'agenda' }, 'failed'],
    ]);
  });

  test('several heads switch a brick at the same time: one succeeds, the others get a conflict', async () => {
    const heads = [HEAD, OTHER_HEAD, newId(), newId()];
    for (const verb of ['enable', 'disable', 'enable'] as const) {
      clock.advance(HOUR);
      const outcomes = await Promise.allSettled(heads.map((head) => activations[verb](HERE, 'agenda', head)));
      const reported = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(reported).toHaveLength(heads.length - 1);
      for (const reason of reported) expect(reason).toBeInstanceOf(ConflictError);
    }
    expect(await activations.history(HERE, 'agenda')).toHaveLength(2);
  });

  testOnce(
    'a row for some profiles or groups reaches only these; groups are queried only when a row names some',
    async () => {
      await add({ brick: 'for-teachers', profiles: ['teacher'] });
      const never = (): Promise<[]> => Promise.reject(new Error('no row names a group'));
      expect(await activations.bricksFor(HERE, ['pupil'], never)).toEqual(new Map());
      await add({ brick: 'for-cm1', groupIds: ['cm1'] });
      await add({ brick: 'for-cm1', profiles: ['guardian'], groupIds: ['cm2'] });
      const reached = (groups: string[]): Promise<ReadonlyMap<string, Reached>> =>
        activations.bricksFor(HERE, ['pupil'], () =>
          Promise.resolve(groups.map((groupId) => ({ groupId, profile: 'pupil' as const }))),
        );
      expect(await reached(['cm1'])).toEqual(new Map([['for-cm1', { profiles: ['pupil'], isFormer: false }]]));
      expect(await reached(['cm2'])).toEqual(new Map());
      expect(await activations.bricksFor(HERE, ['teacher'], noTies)).toEqual(
        new Map([['for-teachers', { profiles: ['teacher'], isFormer: false }]]),
      );
      const former = [{ groupId: 'cm1', profile: 'pupil' as const, isOver: true }];
      expect(await activations.bricksFor(HERE, ['pupil'], () => Promise.resolve(former))).toEqual(
        new Map([['for-cm1', { profiles: ['pupil'], isFormer: true }]]),
      );
    },
  );

  testOnce('the start of a row is included, its end is excluded', async () => {
    await add({ from: new Date(clock.now().getTime() + 1), until: new Date(clock.now().getTime() + 3) });
    const seen: boolean[] = [];
    for (let step = 0; step < 4; step += 1) {
      seen.push((await bricksOf(HERE)).includes('agenda'));
      clock.advance(1);
    }
    expect(seen).toEqual([false, true, true, false]);
  });

  testOnce('the time in which it was off for everybody is told, without what was called off', async () => {
    const hour = (hours: number): Date => new Date(begin.getTime() + hours * HOUR);
    const begin = clock.now();
    await add({ profiles: ['pupil'], from: hour(-5), until: hour(2) });
    await add({ profiles: ['teacher'], from: hour(1), until: hour(3) });
    await add({ from: hour(4), until: hour(4) });
    await add({ from: hour(5), until: hour(6) });
    await add({ from: hour(8) });
    await add({ uai: THERE, from: hour(3) });
    const off = async (from: number, until: number, profile?: Profile): Promise<[Date, Date][]> => {
      const span = { from: hour(from), until: hour(until), profile };
      const spans = await offSpans(database.unitOfWork, { uai: HERE, brick: 'agenda' }, span);
      return spans.map((one) => [one.from, one.until]);
    };
    expect(await off(0, 9)).toEqual([
      [hour(3), hour(5)],
      [hour(6), hour(8)],
    ]);
    expect(await off(4, 7)).toEqual([
      [hour(4), hour(5)],
      [hour(6), hour(7)],
    ]);
    expect(await off(0, 3)).toEqual([]);
    expect(await off(-9, -6)).toEqual([[hour(-9), hour(-6)]]);
    // The brick was off for one profile, and on for others.
    expect(await off(0, 4, 'teacher')).toEqual([
      [hour(0), hour(1)],
      [hour(3), hour(4)],
    ]);
  });

  testOnce('switching off ends every row that is in force', async () => {
    await add({ profiles: ['teacher'] });
    await add({ profiles: ['pupil'] });
    clock.advance(1);
    await activations.disable(HERE, 'agenda', HEAD);
    expect(await activations.bricksOn([HERE])).toEqual(new Map([[HERE, []]]));
  });
});
