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

  /** Two people who become one, a third one, and the rows about each of the two and the third, after the move. */
  async function moved(states: Readonly<Record<'kept' | 'gone', HomonymRow['state']>>): Promise<unknown> {
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
    await manager.insert(HomonymRow, [row(kept, states.kept), row(gone, states.gone)]);
    await moveHomonyms(manager, gone, kept);
    const rows = await manager.findBy(HomonymRow, { otherId });
    return rows.map(({ personId, state }) => [personId === kept ? 'kept' : personId, state]);
  }

  test.each([
    { kept: 'different', gone: 'open', stays: 'different' },
    { kept: 'open', gone: 'different', stays: 'different' },
    // The third one was joined to a record that is joined now: their late rows follow both joins.
    { kept: 'different', gone: 'same', stays: 'same' },
    { kept: 'same', gone: 'different', stays: 'same' },
  ] as const)(
    'of the answer $kept about the person kept and $gone about the record joined, $stays stays',
    async ({ stays, ...states }) => {
      expect(await moved(states)).toEqual([['kept', stays]]);
    },
  );
});
