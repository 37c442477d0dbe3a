// SPDX-License-Identifier: EUPL-1.2
import { onceInQuickRun } from '../../../../testing/full-run.js';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { member, person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(bothDatabases())('keys, logins and ids that several entries claim, on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  testOnce('L9 of two entries with one key the one that is the stored person stays, wherever it stands', async () => {
    const mine = martin({ stableId: 'id-1' });
    await kit.sync(mine, member('j.martin', 'CM2 A', TILLEULS, 'teacher'));
    const id = await kit.idOf();
    await kit.grantAll(id);
    const other = martin({ stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martin' }, 'teacher', VAL);
    for (const both of [
      [other, mine],
      [mine, other],
    ]) {
      const run = await kit.sync(
        ...both,
        member('j.martin', 'CM2 A', TILLEULS, 'teacher'),
        member('j.martin', '6e B', VAL, 'teacher'),
      );
      expect(run.ignored?.reasons[0]?.examples).toEqual([
        `Two entries share the key "j.martin": "j.martin" in ${TILLEULS} is kept, "j.martin" in ${VAL} is left out.`,
      ]);
      expect([await kit.idOf(), await kit.grantsOf(id)]).toEqual([id, 2]);
      expect((await kit.fixture.directory.schoolsOf(id)).map(({ school: { uai } }) => uai)).toEqual([TILLEULS]);
    }
  });

  testOnce('L9 of two entries with one login, the stored owner of the login is kept', async () => {
    const mine = person('key-1', 'teacher', TILLEULS, { login: 'j.martin', stableId: 'id-1' });
    await kit.sync(mine);
    const id = await kit.idOf('key-1');
    await kit.grantAll(id);
    await kit.sync(person('key-2', 'pupil', VAL, { login: 'j.martin', stableId: 'id-2' }), mine);
    expect([await kit.isDisabled(id), await kit.grantsOf(id)]).toEqual([false, 2]);
    await expect(kit.idOf('key-2')).rejects.toThrow();
  });

  test('L9 keys that differ by an accent are two persons; by case or Unicode form, one', async () => {
    const run = await kit.sync(
      person('x.r\u00e9', 'pupil', TILLEULS, { login: 'x.r\u00e9' }),
      person('x.re', 'pupil', VAL, { login: 'x.re' }),
    );
    expect(run.counts?.persons.created).toBe(3);
    const id = await kit.idOf('x.r\u00e9');
    await kit.sync(
      person('X.RE\u0301', 'pupil', TILLEULS, { login: 'x.r\u00e9' }),
      person('x.re', 'pupil', VAL, { login: 'x.re' }),
    );
    expect(await kit.idOf('x.r\u00e9')).toBe(id);
  });

  testOnce('a stable id that two entries share identifies nobody and is reported', async () => {
    const both = [martin({ stableId: 'id-1' }), person('zoe.petit', 'pupil', VAL, { stableId: 'id-1' })];
    const run = await kit.sync(...both);
    expect(run.ignored?.reasons).toMatchObject([{ reason: 'shared-id', count: 1 }]);
    const rows = await kit.rows();
    expect(rows.map(({ stableIds }) => stableIds)).toEqual(['anchor', null, null]);
  });
});
