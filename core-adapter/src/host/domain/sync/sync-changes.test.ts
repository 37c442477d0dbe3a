// SPDX-License-Identifier: EUPL-1.2
import type {
  DirectoryRecord,
  DirectorySource,
  PersonRecord,
  SourceChanges,
} from '../../../api/directory/directory-source.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import {
  kin,
  member,
  person,
  sampleRecords,
  SIGNAL,
  SOURCE,
  sourceOf,
  TILLEULS,
  VAL,
} from './testing/records-for-tests.js';

const HOUR = 3_600_000;
const STABLE_ID = '6f1f7c3e-0000-4000-8000-000000000001';
const ALICE = person('one.petit', 'pupil', TILLEULS, { givenName: 'Alice', level: 'CM2', stableId: STABLE_ID });

describe.each(testDatabases())('a source that tells what changed, on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let readings: number;
  let asked: string[];
  let directory: { records: DirectoryRecord[]; mark: string; changed: DirectoryRecord[] | undefined };

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-03-20T09:00:00Z');
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
    [readings, asked] = [0, []];
    const records = sampleRecords().map((record) =>
      record.type === 'person' && record.key === 'one.petit' ? { ...record, stableId: STABLE_ID } : record,
    );
    directory = { records, mark: 'one', changed: undefined };
    await syncs.run(source, SIGNAL);
  });
  afterEach(() => database.drop());

  const source: DirectorySource = {
    name: SOURCE,
    fullSyncInterval: 24 * HOUR,
    fingerprint: () => Promise.resolve(directory.mark),
    changes(cursor): Promise<SourceChanges | undefined> {
      asked.push(cursor);
      const { changed: records } = directory;
      return Promise.resolve(records && { records, cursor: `since ${directory.mark}` });
    },
    async *read(signal, saveCursor) {
      readings += 1;
      yield* sourceOf(directory.records).read(signal);
      saveCursor?.(`since ${directory.mark}`);
    },
  };

  /** Changes entries: these records replace the earlier records of the same people. */
  function change(mark: string, ...changed: DirectoryRecord[]): void {
    const keys = changed.flatMap((record) => (record.type === 'person' ? record.key : []));
    const others = directory.records.filter((record) => record.type !== 'person' || !keys.includes(record.key));
    const persons = changed.filter((record): record is PersonRecord => record.type === 'person');
    const at = others.findIndex((record) => record.type === 'membership');
    directory = { records: [...others.slice(0, at), ...persons, ...others.slice(at)], mark, changed };
  }

  const sync = async (): Promise<string> => (await syncs.run(source, SIGNAL)).state;
  const inClass = member('one.petit', 'CM2 A', TILLEULS);

  test('new names are written without a reading, and the next reading finds nothing to do', async () => {
    change('two', ALICE, inClass);
    expect([await sync(), readings, asked]).toEqual(['applied', 1, ['since one']]);
    const { manager } = database.dataSource;
    const external = await manager.findOneByOrFail(ExternalIdRow, { key: 'one.petit' });
    expect(external.level).toBe('CM2');
    expect(await manager.findOneByOrFail(PersonRow, { id: external.personId })).toMatchObject({ givenName: 'Alice' });
    expect(await syncs.last(SOURCE)).toMatchObject({
      mark: 'two',
      since: 'since two',
      counts: { persons: { changed: 1 } },
    });

    change('three', { ...ALICE, givenName: 'Alix' }, inClass);
    expect([await sync(), readings, asked]).toEqual(['applied', 1, ['since one', 'since two']]);
    clock.advance(24 * HOUR);
    expect([await sync(), readings]).toEqual(['unchanged', 2]);
  });

  test('a change to what is not read is no change, and nothing is read', async () => {
    change(
      'two',
      person('one.petit', 'pupil', TILLEULS, { stableId: STABLE_ID }),
      inClass,
      person('sam.bureau', 'staff', VAL),
    );
    expect([await sync(), await sync(), readings]).toEqual(['unchanged', 'unchanged', 1]);
    expect(asked).toHaveLength(1);
  });

  test.each<[string, DirectoryRecord[]]>([
    ['somebody new', [person('lea.martin', 'pupil', VAL)]],
    ['another login', [{ ...ALICE, login: 'alice.petit' }, inClass]],
    ['another school', [person('one.petit', 'pupil', VAL), inClass]],
    ['another profile', [person('sam.bureau', 'head', VAL)]],
    ['another class', [ALICE, member('one.petit', '6e B', VAL)]],
    ['no class any more', [ALICE]],
    ['two entries', [person('sam.bureau', 'staff', VAL), person('sam.bureau', 'staff', TILLEULS)]],
    ['a child less', [person('anne.petit', 'guardian', TILLEULS), kin('anne.petit', 'one.petit')]],
    ['a pupil who is said to be a guardian', [person('one.petit', 'guardian', TILLEULS)]],
    ['a name that is gone', [{ ...ALICE, givenName: '' }, inClass]],
    ['a group', [{ type: 'group', uai: VAL, key: '6e B', kind: 'class', name: '6e B' }]],
    ['nothing but a child', [kin('anne.petit', 'one.petit'), kin('anne.petit', 'one.grand')]],
  ])('L11 with %s everything is read', async (_what, changed) => {
    directory = { ...directory, mark: 'two', changed };
    await sync();
    expect([asked.length, readings]).toEqual([1, 2]);
  });

  test('L11 with a display name that is gone everything is read, and the name stays', async () => {
    const lea = person('lea.martin', 'staff', VAL, { givenName: '', familyName: '', displayName: 'Léa Martin' });
    change('two', lea);
    await sync();
    change('three', { ...lea, displayName: '-' });
    await sync();
    expect(readings).toBe(3);
    const { manager } = database.dataSource;
    const { personId } = await manager.findOneByOrFail(ExternalIdRow, { key: 'lea.martin' });
    expect((await manager.findOneByOrFail(PersonRow, { id: personId })).displayName).toBe('Léa Martin');
  });

  test('L14 what cannot be told, or was told long ago, is read', async () => {
    directory = { ...directory, mark: 'two', changed: undefined };
    expect([await sync(), readings]).toEqual(['unchanged', 2]);
    change('three', ALICE, inClass);
    clock.advance(24 * HOUR);
    expect([await sync(), readings, asked.length]).toEqual(['applied', 3, 1]);
  });
});
