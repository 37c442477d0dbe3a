// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { person, SIGNAL, sourceOf, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

describe.each(testDatabases())('a directory that begins to say stable ids, or says others, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('a directory that begins to give stable ids changes nobody', async () => {
    await kit.sync(martin(), person('zoe.petit', 'pupil', VAL));
    const ids = [await kit.idOf(), await kit.idOf('zoe.petit')];
    const run = await kit.sync(martin({ stableId: 'id-1' }), person('zoe.petit', 'pupil', VAL, { stableId: 'id-2' }));
    expect(run).toMatchObject({ state: 'applied', counts: { persons: { changed: 0, created: 0, disabled: 0 } } });
    expect(run.verdict?.refused).toBe(false);
    expect([await kit.idOf(), await kit.idOf('zoe.petit')]).toEqual(ids);
    const rows = await kit.rows();
    expect(rows.map(({ stableIds }) => stableIds).sort()).toEqual(['anchor', 'id-1', 'id-2']);
    const again = [martin({ stableId: 'id-1' }), person('zoe.petit', 'pupil', VAL, { stableId: 'id-2' })];
    expect((await kit.sync(...again)).state).toBe('unchanged');
  });

  describe('a directory that is restored and gives every entry another id', () => {
    const restored = (from: number): DirectoryRecord[] =>
      Array.from({ length: 12 }, (_, at) =>
        person(`p${at}.petit`, 'pupil', at % 2 === 0 ? TILLEULS : VAL, { stableId: `id-${from + at}` }),
      );

    test('H2 the guard refuses the sync, and persons confirmed as the same keep everything', async () => {
      await kit.sync(...restored(0));
      const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => kit.idOf(`p${at}.petit`)));
      await kit.grantAll(ids[0] ?? '');
      const { id, state, verdict } = await kit.fixture.plan(kit.source, withSchools(...restored(100)));
      expect([state, verdict?.reasons[0]?.code]).toEqual(['refused', 'ids-replaced']);
      expect(verdict?.reasons[0]?.sentence).toMatch(/^12 persons have another stable id while all else agrees/);

      const approve = { by: 'cli', reason: 'restored from the copy of Sunday', samePersons: true };
      expect(await kit.fixture.syncs.apply(id, { approve })).toMatchObject({ state: 'applied', approvedBy: 'cli' });
      const after = await kit.fixture.syncs.run(sourceOf(withSchools(...restored(100)), kit.source), SIGNAL);
      expect([after.state, after.counts?.persons.created, after.counts?.persons.disabled]).toEqual(['applied', 0, 0]);
      expect(await Promise.all(Array.from({ length: 12 }, (_, at) => kit.idOf(`p${at}.petit`)))).toEqual(ids);
      expect([await kit.grantsOf(ids[0] ?? ''), kit.fixture.ended]).toEqual([2, []]);
      expect((await kit.fixture.plan(kit.source, withSchools(...restored(100)))).state).toBe('unchanged');
    });

    test('a plan without persons that differ by the id alone cannot be approved so, and still waits', async () => {
      await kit.sync(...restored(0));
      const { id } = await kit.fixture.plan(kit.source, withSchools());
      const approve = { by: 'cli', reason: 'no', samePersons: true };
      await expect(kit.fixture.syncs.apply(id, { approve })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      expect((await kit.fixture.syncs.show(id)).state).toBe('refused');
    });
  });
});
