// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import type { EntityClass } from '../../../api/database.js';
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { UnavailableError } from '../../../api/errors.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { SyncPlanPartRow } from './runs/sync-plan-part.entity.js';
import { SyncRunRow } from './runs/sync-run.entity.js';
import type { SyncRun } from './runs/sync-runs.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import {
  person,
  sampleRecords,
  school,
  SIGNAL,
  SOURCE,
  sourceOf,
  stream,
  VAL,
  without,
} from './testing/records-for-tests.js';

const DAY = 24 * 3_600_000;
const APPROVE = { by: 'cli', reason: 'closed' };
/** A membership of an unknown person: it is left out and counted. */
const UNKNOWN: DirectoryRecord = { type: 'membership', uai: VAL, group: '6e B', person: 'gone', role: 'member' };

describe.each(testDatabases())('a source that gives a digest of what it says, on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  /** Questions that the source was asked. */
  let asked: string[];
  let records: DirectoryRecord[];

  const digestOf = (said: readonly DirectoryRecord[]): string => hash('sha256', JSON.stringify(said), 'base64url');
  const source: DirectorySource = {
    name: SOURCE,
    digest() {
      asked.push('digest');
      return Promise.resolve(digestOf(records));
    },
    async *read(_signal, _saveCursor, saveDigest) {
      asked.push('read');
      const said = [...records];
      yield* stream(said);
      saveDigest?.(digestOf(said));
    },
  };

  /** Syncs, and tells the state of the run and the questions that the source was asked. */
  async function sync(of: DirectorySource = source, by = syncs): Promise<string> {
    asked = [];
    const { state } = await by.run(of, SIGNAL);
    return [state, ...asked].join(' ');
  }

  const last = async (): Promise<SyncRun | undefined> => syncs.last(SOURCE);

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-03-20T09:00:00Z');
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
    records = [...sampleRecords(), UNKNOWN];
    await sync();
    await sync();
  });
  afterEach(() => database.drop());

  test('is read until a reading changes nothing, and then compared no more', async () => {
    clock.advance(DAY);
    const compared = await last();
    expect(await sync()).toBe('unchanged digest');
    const { id: _id, ...run } = (await last()) ?? {};
    expect(run).toEqual({
      ...compared,
      id: undefined,
      startedAt: clock.now(),
      endedAt: clock.now(),
      fullAt: clock.now(),
    });
    expect(run).toMatchObject({
      counts: { persons: { created: 0 } },
      ignored: { total: 1 },
      verdict: { refused: false },
    });
    expect(await sync()).toBe('unchanged digest');
  });

  test.each<[string, (said: DirectoryRecord[]) => DirectoryRecord[], string]>([
    ['one letter', (said) => said.map((one) => withName(one, 'sam.bureau', 'Samm')), 'applied digest read'],
    [
      'two records swapped',
      ([first, second, ...rest]) => [second, first, ...rest].flatMap((one) => one ?? []),
      'unchanged digest read',
    ],
    ['a record gone', (said) => without(said, 'sam.bureau'), 'applied digest read'],
    ['a record more', (said) => [...said, person('eva.neuf', 'staff', VAL)], 'applied digest read'],
  ])('L14 another digest (%s) is read and compared', async (_what, change, outcome) => {
    records = change(records);
    expect(await sync()).toBe(outcome);
    // The first reading after a change is compared in full: a plan that was applied may leave something for the next.
    if (outcome.startsWith('applied')) expect(await sync()).toBe('unchanged read');
    expect(await sync()).toBe('unchanged digest');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a school', () => rows(SchoolRow, { uai: VAL }, { name: 'Autre' })],
    ['the time zone of a school', () => rows(SchoolRow, { uai: VAL }, { timeZone: 'Indian/Reunion' })],
    ['a group', () => rows(GroupRow, { uai: VAL }, { name: 'Autre' })],
    ['a group that has ended', () => rows(GroupRow, { uai: VAL }, { endedAt: clock.now() })],
    ['the digest of a person', () => rows(ExternalIdRow, { key: 'sam.bureau' }, { digest: null })],
    ['a stable id of a person', () => rows(ExternalIdRow, { key: 'sam.bureau' }, { stableIds: 'other' })],
    ['a person who left', () => rows(ExternalIdRow, { key: 'sam.bureau' }, { leftAt: clock.now() })],
    ['a name that the source said', () => rows(ExternalIdRow, { key: 'sam.bureau' }, { givenName: 'Autre' })],
    ['an erased person', async () => deletePerson('sam.bureau')],
    ['a closed school', () => database.dataSource.manager.delete(SchoolRow, { uai: VAL })],
    [
      'a sync of another source',
      () => syncs.run(sourceOf([school(VAL, 'Val'), person('x', 'staff', VAL)], 'onde'), SIGNAL),
    ],
  ])('L14 other stored rows (%s) are compared, although the digest is the same', async (_what, change) => {
    await change();
    expect(await sync()).toMatch(/ digest read$/);
  });

  test.each<[string, Partial<DirectorySource>, string]>([
    ['limits of the guard', { guard: { keep: 0.95 } }, '0.2.0'],
    ['version of Volée', {}, '0.3.0'],
  ])('L14 another %s is compared', async (_what, settings, version) => {
    const by = (its: string): SyncService => new SyncService({ unitOfWork: database.unitOfWork, clock, version: its });
    await sync(source, by('0.2.0'));
    expect(await sync(source, by('0.2.0'))).toBe('unchanged digest');
    expect(await sync({ ...source, ...settings }, by(version))).toBe('unchanged digest read');
  });

  async function rows(entity: EntityClass, where: object, values: object): Promise<void> {
    const { affected } = await database.dataSource.manager.update(entity, where, values);
    expect(affected).toBeGreaterThan(0);
  }

  async function deletePerson(key: string): Promise<void> {
    const { manager } = database.dataSource;
    const { personId } = await manager.findOneByOrFail(ExternalIdRow, { key });
    await manager.delete(PersonRow, { id: personId });
  }

  describe('what time alone does still happens', () => {
    test('a new school year begins new classes, in each school by its own clock', async () => {
      clock.set('2026-07-31T19:30:00Z');
      await rows(SchoolRow, { uai: VAL }, { timeZone: 'Indian/Reunion' });
      expect(await sync()).toBe('unchanged digest read');
      expect(await sync()).toBe('unchanged digest');
      // Midnight in the Indian Ocean, and two hours later in Paris.
      clock.set('2026-07-31T20:30:00Z');
      expect(await sync()).toBe('applied digest read');
      expect(await database.dataSource.manager.countBy(GroupRow, { schoolYear: 2026 })).toBe(1);
      clock.set('2026-07-31T22:30:00Z');
      await sync();
      expect(await database.dataSource.manager.countBy(GroupRow, { schoolYear: 2026 })).toBe(2);
    });

    test('plans are deleted after their time', async () => {
      expect(await database.dataSource.manager.count(SyncPlanPartRow)).toBeGreaterThan(0);
      clock.advance(91 * DAY);
      expect(await sync()).toBe('unchanged digest');
      expect(await database.dataSource.manager.count(SyncPlanPartRow)).toBe(0);
    });

    test('a run whose process was killed is marked', async () => {
      await database.dataSource.manager.update(SyncRunRow, { id: 1 }, { state: 'writing' });
      await sync();
      expect((await syncs.show(1)).state).toBe('broken off');
    });

    test('a new fingerprint counts from then on, and a full reading is recent', async () => {
      let mark = 'one';
      const marked = { ...source, fullSyncInterval: DAY, fingerprint: () => Promise.resolve(mark) };
      expect(await sync(marked)).toBe('unchanged digest');
      expect(await sync(marked)).toBe('unchanged');
      mark = 'two';
      expect(await sync(marked)).toBe('unchanged digest');
      clock.advance(DAY);
      expect(await sync(marked)).toBe('unchanged digest');
      expect(await sync(marked)).toBe('unchanged');
    });

    test('whoever waits for the end of a sync is told', async () => {
      const ended: string[] = [];
      const telling = { unitOfWork: database.unitOfWork, clock, onRunEnded: ({ state }: SyncRun) => ended.push(state) };
      expect(await sync(source, new SyncService(telling))).toBe('unchanged digest');
      expect(ended).toEqual(['unchanged']);
    });
  });

  describe('plans that wait', () => {
    test('a refused plan is refused again, and overtaken once the directory is as it was', async () => {
      const all = records;
      records = without(all, VAL);
      for (let turn = 0; turn < 2; turn += 1) await expect(sync()).rejects.toThrow(/no longer named/);
      const refused = await last();
      expect(asked).toEqual(['digest', 'read']);
      records = all;
      expect(await sync()).toBe('unchanged digest');
      await expect(syncs.apply(refused?.id ?? 0, { approve: APPROVE })).rejects.toThrow(/that plan is void/);
    });

    test('an approved loss is a new beginning', async () => {
      records = without(records, VAL);
      const { id } = await syncs.plan(source, SIGNAL);
      await syncs.apply(id, { approve: APPROVE });
      expect([await sync(), await sync()]).toEqual(['unchanged read', 'unchanged digest']);
    });

    test('a plan that was only shown is made again', async () => {
      records = without(records, 'sam.bureau');
      expect((await syncs.plan(source, SIGNAL)).state).toBe('planned');
      expect((await syncs.plan(source, SIGNAL)).state).toBe('planned');
      expect(await sync()).toBe('applied digest read');
    });

    test('a plan whose writing failed is made again', async () => {
      records = without(records, 'sam.bureau');
      const onDisabled = (): Promise<void> => Promise.reject(new Error('the disk is full'));
      await expect(
        sync(source, new SyncService({ unitOfWork: database.unitOfWork, clock, onDisabled })),
      ).rejects.toThrow('the disk is full');
      expect(await sync()).toBe('applied digest read');
    });
  });

  describe('a digest that cannot be trusted', () => {
    test('of a source that names an unread school is not kept', async () => {
      records = [...records, { type: 'unread-school', uai: VAL, reason: 'elsewhere' }];
      expect([await sync(), await sync()]).toEqual(['unchanged digest read', 'unchanged digest read']);
    });

    test('that the source cannot tell means a reading', async () => {
      expect(await sync({ ...source, digest: () => Promise.resolve(undefined) })).toBe('unchanged read');
      const { digest: _digest, ...without } = source;
      expect(await sync(without)).toBe('unchanged read');
    });

    test('of a directory that changes after it is that of the reading', async () => {
      const before = records;
      const changing: DirectorySource = {
        ...source,
        digest: async () => {
          records = without(before, 'sam.bureau');
          return Promise.resolve(digestOf([]));
        },
      };
      expect(await sync(changing)).toBe('applied read');
      records = before;
      expect(await sync()).toBe('applied read');
    });

    test('L12 a source that fails meanwhile is a failed run, and the next one asks again', async () => {
      const digest = (): Promise<string> => Promise.reject(new UnavailableError('The directory is down.'));
      await expect(sync({ ...source, digest })).rejects.toThrow(/down/);
      expect(await last()).toMatchObject({ state: 'failed', digest: null });
      expect(await sync()).toBe('unchanged digest');
    });

    test('is dropped when the sync is given up', async () => {
      const stop = new AbortController();
      const digest = (): Promise<string> => {
        stop.abort(new Error('enough'));
        return Promise.resolve(digestOf(records));
      };
      await expect(syncs.run({ ...source, digest }, stop.signal)).rejects.toThrow('enough');
      expect(await last()).toMatchObject({ state: 'failed' });
    });
  });
});

function withName(record: DirectoryRecord, key: string, givenName: string): DirectoryRecord {
  return record.type === 'person' && record.key === key ? { ...record, givenName } : record;
}
