// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, sampleSource } from '../../../../testing/sample-directory.js';
import { TestClock } from '../../../../testing/test-clock.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../../app/host-tables-for-tests.js';
import { SyncService } from '../../../domain/sync/sync-service.js';
import { findPersonIds, personNames, schoolNames } from './names.js';
import { countPlatform, countSchoolsByBrick } from './platform-figures.js';

describe.each(testDatabases())('names and figures of the platform on $name', (kind) => {
  let database: HostTables;
  const clock = new TestClock(new Date('2026-11-24T10:00:00.500Z'));

  beforeAll(async () => {
    database = await openHostTables(kind);
    const syncs = new SyncService({ unitOfWork: database.unitOfWork, clock });
    await syncs.run(sampleSource, new AbortController().signal);
  });
  afterAll(() => database.drop());

  test.each<[string, string[]]>([
    ['Grosjean', ['Mathieu Grosjean']],
    ['mathieu grosjean', ['Mathieu Grosjean']],
    ['GROSJEAN Mathieu', ['Mathieu Grosjean']],
    ['headOfOtherSchool', ['Hélène Tissot']],
    ['faivre', ['Inès Faivre', 'Luc Faivre-Marguet', 'Sophie Faivre']],
    ['Faivre Inès', ['Inès Faivre']],
    ['%', []],
    ['_rosjean', []],
    ['zzz', []],
  ])('who is called %p', async (text, expected) => {
    const ids = await findPersonIds(database.unitOfWork, text, 10);
    expect([...(await personNames(database.unitOfWork, ids)).values()].sort()).toEqual(expected);
  });

  test('no more than asked for', async () => {
    expect(await findPersonIds(database.unitOfWork, 'faivre', 2)).toHaveLength(2);
  });

  test('names of schools and figures over both', async () => {
    expect(await schoolNames(database.unitOfWork, [SCHOOL, OTHER_SCHOOL, '0399999Z'])).toEqual(
      new Map([
        [SCHOOL, 'École des Lilas'],
        [OTHER_SCHOOL, 'Collège du Parc'],
      ]),
    );
    expect(await schoolNames(database.unitOfWork, [])).toEqual(new Map());
    expect(await countPlatform(database.unitOfWork)).toEqual({ schools: 2, persons: 14 });
    expect(await countSchoolsByBrick(database.unitOfWork, clock.now())).toEqual(new Map());
  });
});
