// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { person, sampleRecords, SOURCE, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SyncForTests } from '../sync/testing/sync-for-tests.js';
import { sourceKeysOf } from './source-keys.js';

describe.each(testDatabases())('keys of a person in sources, on $name', (kind) => {
  let syncs: SyncForTests;

  beforeEach(async () => {
    syncs = await SyncForTests.open(kind);
  });

  afterEach(() => syncs.database.drop());

  const keysOf = (id: string): Promise<object[]> => sourceKeysOf(syncs.database.dataSource.manager, id);

  test('the key is returned while the person is in the source, and after they have left', async () => {
    await syncs.sync([...sampleRecords(), person('J.Martin', 'teacher', VAL)]);
    const { id } = await syncs.personOf('j.martin');
    expect(await keysOf(id)).toEqual([{ source: SOURCE, key: 'j.martin' }]);
    await syncs.sync(sampleRecords());
    expect(await keysOf(id)).toEqual([{ source: SOURCE, key: 'j.martin' }]);
  });

  test('H2 the key of a leaver, given to another person, belongs to that person alone', async () => {
    await syncs.sync([...sampleRecords(), person('j.martin', 'teacher', VAL, { givenName: 'Julie' })]);
    const { id } = await syncs.personOf('j.martin');
    await syncs.sync(sampleRecords());
    await syncs.sync([...sampleRecords(), person('j.martin', 'teacher', TILLEULS, { givenName: 'Jean' })]);
    expect(await keysOf(id)).toEqual([]);
    const { id: other } = await syncs.personOf('j.martin');
    expect(await keysOf(other)).toEqual([{ source: SOURCE, key: 'j.martin' }]);
  });
});
