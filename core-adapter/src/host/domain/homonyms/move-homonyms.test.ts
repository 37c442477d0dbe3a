// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { OneDirectory, withSchools } from '../sync/testing/one-directory.js';
import { person, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import { moveHomonyms } from './move-homonyms.js';

describe.each(bothDatabases())('questions about a merged person, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test.each(['kept', 'gone'] as const)('a decision about the one who is %s stays, beside a question', async (whose) => {
    await kit.sync(person('lea', 'pupil', TILLEULS), person('l.petit', 'pupil', TILLEULS));
    const [kept, gone] = [await kit.idOf('lea'), await kit.idOf('l.petit')];
    const other = `aaf-${kit.number}`;
    await kit.fixture.sync(other, withSchools(person('zoe', 'pupil', VAL)));
    const otherId = await kit.fixture.idOf(other, 'zoe');
    const { manager } = kit.fixture.database.dataSource;
    const row = (personId: string, state: HomonymRow['state']): HomonymRow => {
      const asked = { source: kit.source, why: 'name' as const, askedAt: kit.fixture.clock.now() };
      return { id: newId(), personId, otherId, state, ...asked, decidedAt: null, decidedBy: null, reason: null };
    };
    const decided = whose === 'kept' ? kept : gone;
    await manager.insert(HomonymRow, [row(decided, 'different'), row(decided === kept ? gone : kept, 'open')]);
    await moveHomonyms(manager, gone, kept);
    expect(await manager.findBy(HomonymRow, { otherId })).toMatchObject([{ personId: kept, state: 'different' }]);
  });
});
