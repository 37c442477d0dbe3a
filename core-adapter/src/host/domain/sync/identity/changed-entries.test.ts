// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';
import type { DirectoryRecord, DirectorySource } from '../../../../api/directory/directory-source.js';
import { member, SIGNAL, sourceOf, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

describe.each(testDatabases())('a source that tells what changed, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('the change of one entry of a teacher does not forget the stable id of the other one', async () => {
    const names = { familyName: 'Martin-Roy', displayName: 'Julie Martin-Roy' };
    const one = martin({ stableId: 'id-1' });
    const other = martin({ stableId: 'id-2' }, 'teacher', VAL);
    const [here, there] = [
      member('j.martin', 'CM2 A', TILLEULS, 'teacher'),
      member('j.martin', '6e B', VAL, 'teacher'),
    ];
    let now: { records: DirectoryRecord[]; mark: string; changed?: DirectoryRecord[] } = {
      records: withSchools(one, other, here, there),
      mark: 'one',
    };
    const source: DirectorySource = {
      name: kit.source,
      fullSyncInterval: 86_400_000,
      fingerprint: () => Promise.resolve(now.mark),
      changes: () => Promise.resolve(now.changed && { records: now.changed, cursor: now.mark }),
      async *read(signal, saveCursor) {
        yield* sourceOf(now.records).read(signal);
        saveCursor?.(now.mark);
      },
    };
    await kit.fixture.syncs.run(source, SIGNAL);
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    const changed = { ...other, ...names };
    now = { records: withSchools({ ...one, ...names }, changed, here, there), mark: 'two', changed: [changed] };
    await kit.fixture.syncs.run(source, SIGNAL);
    // The teacher leaves the second school.
    now = { records: withSchools({ ...one, ...names }, here), mark: 'three' };
    await kit.fixture.syncs.run(source, SIGNAL);
    expect([await kit.idOf(), await kit.isAdministrator(id)]).toEqual([id, true]);
  });
});
