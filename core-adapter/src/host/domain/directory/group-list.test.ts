// SPDX-License-Identifier: EUPL-1.2
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { TILLEULS, VAL, group, member, without } from '../sync/testing/records-for-tests.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';
import type { GroupWithCounts } from './group-list.js';

describe.each(bothDatabases())('the groups of a school on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
  });
  afterEach(() => world.database.drop());

  const reported = async (uai: string): Promise<unknown[]> =>
    (await world.directory.groups(uai)).map(({ name, kind: of, pupils, teachers }: GroupWithCounts) => [
      ...[name, of, pupils, teachers],
    ]);

  testOnce('T1 lists classes first, by name, with pupils and teachers, and no group of the other school', async () => {
    expect(await reported(TILLEULS)).toEqual([
      ['CM1', 'class', 1, []],
      ['CM2 A', 'class', 2, ['Paul Durand', 'Nina Prof']],
      ['Chorale', 'work', 1, []],
    ]);
    expect(await reported(VAL)).toEqual([['6e B', 'class', 2, ['Nina Prof']]]);
    expect(await reported('0399999Z')).toEqual([]);
    const [first] = await world.directory.groups(TILLEULS);
    expect(first?.id).toBe(await world.groupId('CM1'));
  });

  test('counts each pupil in force once, without leavers and other profiles', async () => {
    await world.attach('lea.petit', TILLEULS, 'pupil', { source: 'onde' });
    await world.sync([...without(WORLD, 'tom.petit'), member('marc.evrard', 'CM2 A', TILLEULS)]);
    expect((await reported(TILLEULS))[1]).toEqual(['CM2 A', 'class', 1, ['Paul Durand', 'Nina Prof']]);
  });

  testOnce(
    'ended groups and those of last year are not listed; their names are found, in their school alone',
    async () => {
      const ids = await Promise.all(['CM1', 'CM2 A', '6e B'].map((name) => world.groupId(name)));
      const [cm1 = '', cm2 = '', sixth = ''] = ids;
      await world.sync(without(WORLD, 'CM1'));
      expect((await world.directory.groups(TILLEULS)).map(({ id }) => id)).not.toContain(cm1);
      world.clock.set('2026-08-02T04:00:00Z');
      expect(await reported(TILLEULS)).toEqual([]);
      await world.sync([...WORLD, group('CM3', TILLEULS)]);
      const listed = await world.directory.groups(TILLEULS);
      expect(listed.map(({ name }) => name)).toEqual(['CM1', 'CM2 A', 'CM3', 'Chorale']);
      expect(listed.map(({ id }) => id)).not.toContain(cm2);
      expect(await world.directory.groupNames(TILLEULS, [...ids, 'nothing', cm1])).toEqual(
        new Map([
          [cm1, 'CM1'],
          [cm2, 'CM2 A'],
        ]),
      );
      expect(await world.directory.groupNames(VAL, ids)).toEqual(new Map([[sixth, '6e B']]));
      expect(await world.directory.groupNames(VAL, [])).toEqual(new Map());
    },
  );

  testOnce('takes four queries, whatever the number of groups', async () => {
    expect(await world.statementsOf(() => world.directory.groups(TILLEULS))).toBe(4);
    await world.sync([...WORLD, ...['CP', 'CE1', 'CE2', 'ULIS'].map((name) => group(name, TILLEULS))]);
    expect(await world.statementsOf(() => world.directory.groups(TILLEULS))).toBe(4);
  });
});
