// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { TestClock } from '../../../testing/test-clock.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import {
  group,
  kin,
  member,
  person,
  sampleRecords,
  SIGNAL,
  sourceOf,
  TILLEULS,
  VAL,
} from './testing/records-for-tests.js';

/** Names of properties that every plain object has. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** Pupils, their guardians and their classes, all with such names, in both schools. */
const hostile: DirectoryRecord[] = [
  ...sampleRecords(),
  ...NAMES.flatMap((name) => [
    group(name, TILLEULS),
    group(name, VAL),
    person(name, 'pupil', VAL),
    member(name, name, VAL),
    person(`parent.${name}`, 'guardian', TILLEULS),
    kin(`parent.${name}`, name),
  ]),
];

describe.each(testDatabases())('keys that name properties of every object, on $name', (kind) => {
  let database: OpenDatabase;
  let syncs: SyncService;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock: new TestClock() });
  });

  afterEach(() => database.drop());

  async function sync(records: DirectoryRecord[]): Promise<string> {
    const run = await syncs.plan(sourceOf(records), SIGNAL);
    return run.state === 'planned' ? (await syncs.apply(run.id)).state : run.state;
  }

  test('L9 P15 persons and classes called `__proto__` or `constructor` are synced as any other', async () => {
    expect(await sync(hostile)).toBe('applied');
    const rows = await database.dataSource.manager.find(ExternalIdRow);
    const stored = new Map(rows.map(({ key, digest }) => [key, digest]));
    for (const name of NAMES) expect(stored.get(name.toLowerCase())).toMatch(/^[\w-]{10,}$/);
    expect(await sync(hostile)).toBe('unchanged');

    const renamed = hostile.map((record) =>
      record.type === 'person' && NAMES.includes(record.key) ? { ...record, displayName: 'Zoé Prime' } : record,
    );
    expect(await sync(renamed)).toBe('applied');
    expect(await sync(renamed)).toBe('unchanged');
  });
});
