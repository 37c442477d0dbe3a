// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';
import { TestClock } from '../../../../testing/test-clock.js';
import { PAGE_SIZE } from '../../../infra/util/page-of.js';
import { SyncService } from '../sync-service.js';
import { openTestDatabase, type OpenDatabase } from '../testing/database-for-tests.js';
import { sampleRecords, SIGNAL, sourceOf } from '../testing/records-for-tests.js';
import { findRunPage, findSourceRuns } from './run-list.js';

describe.each(testDatabases())('lists of runs on $name', (kind) => {
  let database: OpenDatabase;
  let syncs: SyncService;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock: new TestClock() });
  });
  afterAll(() => database.drop());

  test('no run yet: one empty page, and a source of the settings that was never read', async () => {
    expect(await findRunPage(database.unitOfWork, 3)).toEqual({ items: [], page: 1, pages: 1, total: 0 });
    expect(await findSourceRuns(database.unitOfWork, ['scribe'])).toEqual([{ name: 'scribe' }]);
  });

  test('each source with its last run and the last one that changed anything', async () => {
    const applied = await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const refused = await syncs.plan(sourceOf([]), SIGNAL);
    const other = await syncs.run(sourceOf(sampleRecords(), 'aaf'), SIGNAL);
    const sources = await findSourceRuns(database.unitOfWork, ['scribe', 'onde']);
    expect(sources.map(({ name, last, applied: one }) => [name, last?.id, last?.state, one?.id])).toEqual([
      ['scribe', refused.id, 'refused', applied.id],
      ['onde', undefined, undefined, undefined],
      ['aaf', other.id, 'applied', other.id],
    ]);
  });

  test('every run, the latest first, page by page', async () => {
    const { total } = await findRunPage(database.unitOfWork, 1);
    for (let more = total; more <= PAGE_SIZE; more += 1) {
      await syncs
        .plan(
          {
            name: 'down',
            read: () => {
              throw new Error('down');
            },
          },
          SIGNAL,
        )
        .catch(() => undefined);
    }
    const [first, second] = [await findRunPage(database.unitOfWork, 1), await findRunPage(database.unitOfWork, 2)];
    expect([first.items.length, second.items.length, second.pages]).toEqual([PAGE_SIZE, 1, 2]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((one, two) => two - one));
  });
});
