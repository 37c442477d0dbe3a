// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { SyncRunRow } from './runs/sync-run.entity.js';
import type { SyncRun } from './runs/sync-runs.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import { group, member, person, school, SIGNAL, sourceOf, TILLEULS, VAL } from './testing/records-for-tests.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const pupils = Array.from({ length: 100 }, (_, at) => `p.${at}`);

/** A hundred pupils in a level, each in the class that is said; the ten pupils of the collège stay. */
function world(classOf: (at: number) => 'CM2 A' | 'CM2 B' | undefined): DirectoryRecord[] {
  return [
    school(TILLEULS, 'École des Tilleuls'),
    school(VAL, 'Collège du Val'),
    group('CM2 A', TILLEULS),
    group('CM2 B', TILLEULS),
    group('Niveau CM2', TILLEULS, { kind: 'level' }),
    group('6e B', VAL),
    ...pupils.slice(0, 10).flatMap((key) => [person(`v${key}`, 'pupil', VAL), member(`v${key}`, '6e B', VAL)]),
    ...pupils.flatMap((key, at) => {
      const name = classOf(at);
      return [
        person(key, 'pupil', TILLEULS),
        member(key, 'Niveau CM2', TILLEULS),
        ...(name === undefined ? [] : [member(key, name, TILLEULS)]),
      ];
    }),
  ];
}

const inClass = world(() => 'CM2 A');
const without = (lost: number): DirectoryRecord[] => world((at) => (at < lost ? undefined : 'CM2 A'));
const changed = (from: number, to: number): DirectoryRecord[] =>
  world((at) => (at >= from && at < to ? 'CM2 B' : 'CM2 A'));

describe.each(testDatabases())('classes of pupils who keep their level, on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let source = '';
  let count = 0;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-01-20T09:00:00Z');
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    count += 1;
    source = `ldap-${count}`;
    clock.set('2026-01-20T09:00:00Z');
    await sync(inClass);
    later(30 * DAY);
  });

  function later(time: number): void {
    clock.set(new Date(clock.now().getTime() + time).toISOString());
  }

  async function sync(records: DirectoryRecord[], approve?: string): Promise<SyncRun> {
    const run = await syncs.plan(sourceOf(records, source), SIGNAL);
    if (run.state === 'planned') return syncs.apply(run.id);
    return approve === undefined ? run : syncs.apply(run.id, { approve: { by: 'cli', reason: approve } });
  }

  const inTilleuls = { uai: TILLEULS, role: 'member', profile: 'pupil', group: 'class' };

  test('L15 all are lost in one sync', async () => {
    expect((await sync(without(100))).verdict?.reasons).toMatchObject([
      { code: 'groups-shrank', ...inTilleuls, before: 100, after: 0 },
    ]);
  });

  test('L15 nine in a hundred are lost a minute', async () => {
    expect((await sync(without(9))).state).toBe('applied');
    later(60_000);
    expect((await sync(without(18))).verdict?.reasons).toMatchObject([
      { code: 'groups-shrank', ...inTilleuls, span: 'day', before: 100, after: 82 },
    ]);
  });

  test('L15 they are lost a few at a time, in the second school year', async () => {
    later(300 * DAY);
    expect((await sync(inClass)).state).toBe('applied');
    later(30 * DAY);
    expect((await sync(without(9))).state).toBe('applied');
    later(60_000);
    expect((await sync(without(18))).verdict?.reasons).toMatchObject([{ ...inTilleuls, span: 'day', after: 82 }]);
  });

  test('L16 all pupils change class in one sync; an approval covers it', async () => {
    const run = await sync(changed(0, 100));
    expect(run.verdict?.reasons).toMatchObject([{ code: 'classes-changed', uai: TILLEULS, before: 100, after: 0 }]);
    expect((await sync(changed(0, 100), 'the classes were made anew')).state).toBe('applied');
    later(HOUR);
    expect((await sync(changed(0, 90))).state).toBe('applied');
  });

  test('L16 thirty in a hundred change class a day', async () => {
    expect((await sync(changed(0, 30))).state).toBe('applied');
    later(DAY);
    const run = await sync(changed(0, 60));
    expect(run.verdict?.reasons).toMatchObject([
      { code: 'classes-changed', uai: TILLEULS, span: 'week', before: 100, after: 40 },
    ]);
    expect(run.verdict?.reasons[0]?.sentence).toBe(
      `${TILLEULS} École des Tilleuls: 60 of 100 pupils have another class than at the beginning of the last 7 days, ` +
        'after the first weeks of the school year.',
    );
    later(8 * DAY);
    expect((await sync(changed(0, 60))).state).toBe('applied');
  });

  test('pupils who are back in the class of before have not changed', async () => {
    expect((await sync(changed(0, 40))).state).toBe('applied');
    later(HOUR);
    expect((await sync(inClass)).state).toBe('applied');
    later(HOUR);
    expect((await sync(changed(40, 80))).state).toBe('applied');
    later(HOUR);
    expect((await sync(changed(40, 91))).verdict?.reasons).toMatchObject([{ before: 100, after: 49, span: 'day' }]);
  });

  test('changes made in September do not count in October', async () => {
    clock.set('2026-09-29T04:00:00Z');
    expect((await sync(inClass)).state).toBe('applied');
    later(HOUR);
    expect((await sync(changed(0, 100))).state).toBe('applied');
    clock.set('2026-10-02T04:00:00Z');
    expect((await sync(changed(0, 90))).state).toBe('applied');
  });

  test('L15 the first sync after an update judges by kind what an earlier version stored', async () => {
    // That version looked at groups of any kind: losses of the week and approvals are without kinds.
    expect((await sync(without(20), 'they will be back')).state).toBe('applied');
    const { manager } = database.dataSource;
    const { id, verdict } = (await syncs.last(source)) ?? { id: 0, verdict: null };
    const reasons = (verdict?.reasons ?? []).map(({ profile: _, group: __, ...reason }) => reason);
    await manager.update(SyncRunRow, { id }, { verdict: { refused: true, reasons, more: 0 } });
    later(HOUR);
    expect((await sync(without(20))).state).toBe('unchanged');
    expect((await sync(without(27))).state).toBe('applied');
    later(60_000);
    expect((await sync(without(34))).verdict?.reasons).toMatchObject([{ ...inTilleuls, before: 80, after: 66 }]);
  });
});
