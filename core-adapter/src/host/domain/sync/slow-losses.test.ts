// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, PersonRecord } from '../../../api/directory/directory-source.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import type { SyncRun } from './runs/sync-runs.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import { group, member, person, school, SIGNAL, sourceOf, TILLEULS, VAL } from './testing/records-for-tests.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const places: DirectoryRecord[] = [
  school(TILLEULS, 'École des Tilleuls'),
  school(VAL, 'Collège du Val'),
  group('CM2 A', TILLEULS),
  group('6e B', VAL),
  ...Array.from({ length: 20 }, (_, at) => person(`val.${at}`, 'pupil', VAL)),
];
const pupils = Array.from({ length: 100 }, (_, at) => `p.${at}`);

/** The first `changed` pupils are changed as `how` says, the others unchanged. */
function world(changed: number, how: 'gone' | 'no class' | 'moved' | 'new keys', newcomers = 0): DirectoryRecord[] {
  return [
    ...places,
    ...Array.from({ length: newcomers }, (_, at) => person(`new.${at}`, 'pupil', TILLEULS)),
    ...pupils.flatMap((key, at): DirectoryRecord[] => {
      if (at >= changed) return [person(key, 'pupil', TILLEULS), member(key, 'CM2 A', TILLEULS)];
      if (how === 'gone') return [];
      if (how === 'no class') return [person(key, 'pupil', TILLEULS)];
      return [person(how === 'moved' ? key : `other.${at}`, 'pupil', how === 'moved' ? VAL : TILLEULS)];
    }),
  ];
}

describe.each(testDatabases())('L4 losses that come a few at a time, on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let source = '';
  let count = 0;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-03-20T09:00:00Z');
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    count += 1;
    source = `ldap-${count}`;
    await sync(world(0, 'gone'));
    // The first import was long ago.
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

  test('followed to new keys, persons hide no losses', async () => {
    const withIds = (records: DirectoryRecord[], prefix: string): DirectoryRecord[] =>
      records.map((record) => {
        if (record.type !== 'person' || !record.key.startsWith('new.')) return record;
        return { ...record, key: `${prefix}.${record.key}`, login: `${prefix}.${record.key}`, stableId: record.key };
      });
    await sync(withIds(world(0, 'gone', 100), 'one'));
    expect((await sync(withIds(world(9, 'gone', 100), 'two'))).state).toBe('applied');
    later(60_000);
    const run = await sync(withIds(world(13, 'gone', 100), 'three'));
    expect(run.verdict?.reasons).toMatchObject([{ uai: TILLEULS, span: 'day', before: 100, after: 87 }]);
  });

  test('followed to new keys, persons are missed in the groups that they lost before', async () => {
    const followed = (changed: number, prefix: string): DirectoryRecord[] =>
      world(changed, 'no class').map((record) => {
        if (record.type !== 'person' || !record.key.startsWith('p.')) return record;
        const [, at] = record.key.split('.');
        const key = Number(at) < changed ? `${prefix}.${at}` : record.key;
        return { ...record, key, login: key, stableId: `id-${at}` };
      });
    await sync(followed(0, 'p'));
    expect((await sync(followed(9, 'one'))).state).toBe('applied');
    later(60_000);
    const run = await sync(followed(18, 'two'));
    expect(run.verdict?.reasons).toMatchObject([{ code: 'groups-shrank', span: 'day', before: 100, after: 82 }]);
  });

  test.each(['gone', 'no class', 'moved', 'new keys'] as const)('nine in a hundred a minute: %s', async (how) => {
    expect((await sync(world(9, how))).state).toBe('applied');
    later(60_000);
    const run = await sync(world(18, how));
    expect(run.state).toBe('refused');
    expect(run.verdict?.reasons.map(({ uai, before, after, span }) => [uai, before, after, span])).toContainEqual([
      ...[TILLEULS, ...(how === 'new keys' ? [109, 91] : [100, 82]), 'day'],
    ]);
  });

  test.each(['gone', 'no class'] as const)('seven in a hundred a day, %s: a week keeps seven in ten', async (how) => {
    const states: string[] = [];
    let run: SyncRun | undefined;
    for (const lost of [7, 14, 21, 28, 35]) {
      run = await sync(world(lost, how));
      states.push(run.state);
      later(DAY);
    }
    expect(states).toEqual(['applied', 'applied', 'applied', 'applied', 'refused']);
    expect(run?.verdict?.reasons[0]).toMatchObject({ uai: TILLEULS, before: 100, after: 65, span: 'week' });
    expect(run?.verdict?.reasons[0]?.sentence).toContain('of the last 7 days');
  });

  test('newcomers do not hide losses', async () => {
    await sync(world(0, 'gone', 300));
    later(HOUR);
    const run = await sync(world(11, 'gone', 300));
    expect(run.verdict?.reasons).toMatchObject([{ code: 'profile-shrank', before: 100, after: 89, span: 'day' }]);
  });

  test('persons who are back, and approved losses, no longer count', async () => {
    await sync(world(9, 'no class'));
    await sync(world(0, 'no class'));
    expect((await sync(world(9, 'gone'))).state).toBe('applied');
    later(HOUR);
    expect((await sync(world(18, 'gone'), 'they have left')).state).toBe('applied');
    later(HOUR);
    expect((await sync(world(25, 'gone'))).state).toBe('applied');
  });

  test('a day later nine may go again', async () => {
    await sync(world(9, 'no class'));
    later(DAY);
    expect((await sync(world(17, 'no class'))).state).toBe('applied');
  });

  describe('of a source that the last syncs do not know', () => {
    beforeEach(() => {
      source = `fresh-${count}`;
    });

    const many = (uai: string, from: number, to = 100, changes: Partial<PersonRecord> = {}): DirectoryRecord[] =>
      Array.from({ length: to - from }, (_, at) => person(`m${from + at}.${uai}`, 'pupil', uai, changes));
    const inPlaces = (...records: DirectoryRecord[]): DirectoryRecord[] => [...places, ...records];

    test('a key of a leaver that names another person gives nothing back', async () => {
      await sync(inPlaces(...many(TILLEULS, 0)));
      later(30 * DAY);
      expect((await sync(inPlaces(...many(TILLEULS, 9)))).state).toBe('applied');
      later(60_000);
      const others = many(TILLEULS, 0, 9, { givenName: 'Ali', familyName: 'Nour', displayName: 'Ali Nour' });
      const run = await sync(inPlaces(...others, ...many(TILLEULS, 18)));
      expect(run.verdict?.reasons).toMatchObject([{ code: 'profile-shrank', before: 100, after: 82, span: 'day' }]);
    });

    test('persons who come back are not missed when others leave in the same sync', async () => {
      await sync(inPlaces(...many(TILLEULS, 0)));
      later(30 * DAY);
      expect((await sync(inPlaces(...many(TILLEULS, 9)))).state).toBe('applied');
      later(60_000);
      expect((await sync(inPlaces(...many(TILLEULS, 0, 91)))).state).toBe('applied');
    });

    test('what is approved for one school does not forget the losses of another', async () => {
      await sync(inPlaces(...many(TILLEULS, 0), ...many(VAL, 0)));
      later(30 * DAY);
      expect((await sync(inPlaces(...many(TILLEULS, 9), ...many(VAL, 0)))).state).toBe('applied');
      later(60_000);
      expect((await sync(inPlaces(...many(TILLEULS, 9), ...many(VAL, 30)), 'they have left')).approvedBy).toBe('cli');
      later(60_000);
      const run = await sync(inPlaces(...many(TILLEULS, 18), ...many(VAL, 31)));
      expect(run.verdict?.reasons).toMatchObject([{ uai: TILLEULS, before: 100, after: 82, span: 'day' }]);
    });

    test('confirming the same persons does not discard other losses', async () => {
      const restored = (from: number, id: number): DirectoryRecord[] => [
        ...inPlaces(...many(TILLEULS, from)),
        ...Array.from({ length: 6 }, (_, at) => person(`v${at}.val`, 'pupil', VAL, { stableId: `v-${id + at}` })),
      ];
      await sync(restored(0, 0));
      later(30 * DAY);
      expect((await sync(restored(9, 0))).state).toBe('applied');
      later(60_000);
      const run = await syncs.plan(sourceOf(restored(9, 100), source), SIGNAL);
      expect(run.verdict?.reasons[0]?.code).toBe('ids-replaced');
      await syncs.apply(run.id, { approve: { by: 'cli', reason: 'restored', samePersons: true } });
      later(60_000);
      expect((await sync(restored(18, 100))).verdict?.reasons).toMatchObject([{ uai: TILLEULS, span: 'day' }]);
    });

    test('an approval that a wrong clock dated in the future forgets nothing', async () => {
      await sync(inPlaces(...many(TILLEULS, 0), ...many(VAL, 0)));
      later(365 * DAY);
      await sync(inPlaces(...many(TILLEULS, 0), ...many(VAL, 30)), 'they have left');
      later(-330 * DAY);
      // One more may leave where thirty were approved: neither their loss nor the approval is of this week.
      expect((await sync(inPlaces(...many(TILLEULS, 9), ...many(VAL, 31)))).state).toBe('applied');
      later(60_000);
      const run = await sync(inPlaces(...many(TILLEULS, 18), ...many(VAL, 31)));
      expect(run.verdict?.reasons).toMatchObject([{ uai: TILLEULS, before: 100, after: 82, span: 'day' }]);
    });

    describe('three heads in each of ten schools', () => {
      const region = (heads: number): DirectoryRecord[] =>
        Array.from({ length: 10 }, (_, at) => `039100${at}X`).flatMap((uai, at) => [
          school(uai, `École ${uai}`),
          ...many(uai, 0, 30),
          ...[0, 1, 2].map((one) => person(`h${one}.${uai}`, at * 3 + one < heads ? 'head' : 'staff', uai)),
        ]);

      test('all at once', async () => {
        await sync(inPlaces(...region(30)));
        later(30 * DAY);
        const run = await sync(inPlaces(...region(0)));
        const sentence = 'All schools together: 0 of 30 heads are still there (0 %, at least 90 % expected).';
        expect(run.verdict?.reasons).toEqual([
          { code: 'profile-shrank', profile: 'head', before: 30, after: 0, sentence },
        ]);
      });

      test('three a minute', async () => {
        await sync(inPlaces(...region(30)));
        later(30 * DAY);
        expect((await sync(inPlaces(...region(27)))).state).toBe('applied');
        later(60_000);
        const run = await sync(inPlaces(...region(24)));
        expect(run.verdict?.reasons).toMatchObject([{ profile: 'head', before: 30, after: 24, span: 'day' }]);
      });
    });

    test('five accounts of two thousand that are made anew do not keep a region from being synced', async () => {
      const region = (anew: number): DirectoryRecord[] =>
        Array.from({ length: 2_000 }, (_, at) =>
          person(`r${at}.petit`, 'pupil', at % 2 === 0 ? TILLEULS : VAL, {
            stableId: `${at < anew ? 'anew' : 'id'}-${at}`,
          }),
        );
      await sync(inPlaces(...region(0)));
      later(30 * DAY);
      expect((await sync(inPlaces(...region(5)))).state).toBe('applied');
    });
  });
});
