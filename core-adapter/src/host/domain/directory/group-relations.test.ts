// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { member, person, TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { AttachmentRow } from './attachment.entity.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

describe.each(testDatabases())('ties and kinships on $name', (kind) => {
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
  });

  afterEach(() => world.database.drop());

  describe('ties', () => {
    async function ties(login: string, uai: string): Promise<[string, Profile][]> {
      return (await world.directory.ties(await world.idOf(login), uai)).map(({ group: { name }, profile }) => [
        name,
        profile,
      ]);
    }

    test('a pupil to their own groups', async () => {
      expect(await world.directory.ties(await world.idOf('lea.petit'), TILLEULS)).toEqual([
        { group: { id: await world.groupId('Chorale'), name: 'Chorale', kind: 'work' }, profile: 'pupil' },
        { group: { id: await world.groupId('CM2 A'), name: 'CM2 A', kind: 'class' }, profile: 'pupil' },
      ]);
      expect(await ties('lea.petit', VAL)).toEqual([]);
    });

    test('a teacher to the groups that they teach, in each school its own, and to the groups that they are in', async () => {
      expect(await ties('nina.prof', TILLEULS)).toEqual([['CM2 A', 'teacher']]);
      expect(await ties('nina.prof', VAL)).toEqual([['6e B', 'teacher']]);
      expect(await ties('marc.evrard', TILLEULS)).toEqual([['Chorale', 'teacher']]);
    });

    test('a guardian to the groups of their children, each once, in each school its own', async () => {
      expect(await ties('anne.petit', TILLEULS)).toEqual([
        ['Chorale', 'guardian'],
        ['CM2 A', 'guardian'],
      ]);
      expect(await ties('anne.petit', VAL)).toEqual([['6e B', 'guardian']]);
      expect(await ties('marc.evrard', VAL)).toEqual([['6e B', 'guardian']]);
    });

    test('a head to every class of the school, and to no other group', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      expect(await ties('sam.bureau', TILLEULS)).toEqual([
        ['CM1', 'head'],
        ['CM2 A', 'head'],
      ]);
      expect(await ties('sam.bureau', VAL)).toEqual([]);
    });

    test('staff to no group', async () => {
      expect(await ties('sam.bureau', VAL)).toEqual([]);
    });

    test('none to groups of last year, nor to groups that ended', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      world.clock.set('2026-08-02T04:00:00Z');
      for (const login of ['lea.petit', 'nina.prof', 'anne.petit', 'sam.bureau']) {
        expect(await ties(login, TILLEULS)).toEqual([]);
      }
      world.clock.set('2025-11-26T04:00:00Z');
      await world.sync(without(WORLD, 'CM2 A'));
      expect(await ties('lea.petit', TILLEULS)).toEqual([['Chorale', 'pupil']]);
      expect(await ties('sam.bureau', TILLEULS)).toEqual([['CM1', 'head']]);
    });

    test('to no group once the attachment has ended, even while the membership remains', async () => {
      await world.database.dataSource.manager.update(
        AttachmentRow,
        { personId: await world.idOf('lea.petit') },
        { until: world.clock.now() },
      );
      expect(await ties('lea.petit', TILLEULS)).toEqual([]);
    });

    test('follow the time zone of the school', async () => {
      await world.database.dataSource.manager.update(SchoolRow, { uai: VAL }, { timeZone: 'America/Martinique' });
      world.clock.set('2026-07-31T23:00:00Z');
      expect(await ties('nina.prof', TILLEULS)).toEqual([]);
      expect(await ties('nina.prof', VAL)).toEqual([['6e B', 'teacher']]);
    });
  });

  describe('childrenOf', () => {
    test('children by name, with their schools and classes', async () => {
      const tilleuls = { uai: TILLEULS, name: 'École des Tilleuls', classes: ['CM2 A'] };
      expect(await world.directory.childrenOf(await world.idOf('anne.petit'))).toEqual([
        { id: await world.idOf('lea.petit'), displayName: 'Léa Petit', givenName: 'Léa', schools: [tilleuls] },
        {
          id: await world.idOf('max.petit'),
          displayName: 'Max Petit',
          givenName: 'Max',
          schools: [{ uai: VAL, name: 'Collège du Val', classes: ['6e B'] }],
        },
        { id: await world.idOf('tom.petit'), displayName: 'Tom Petit', givenName: 'Tom', schools: [tilleuls] },
      ]);
    });

    test('L11 a child in two schools has both; a child that has left is missing', async () => {
      await world.sync([
        ...without(WORLD, 'tom.petit'),
        person('max.petit', 'pupil', TILLEULS, { birthDate: '2014-05-06' }),
        member('max.petit', 'CM1', TILLEULS),
      ]);
      const children = await world.directory.childrenOf(await world.idOf('anne.petit'));
      expect(
        children.map(({ givenName, schools }) => [givenName, schools.map(({ uai, classes }) => [uai, classes])]),
      ).toEqual([
        ['Léa', [[TILLEULS, ['CM2 A']]]],
        [
          'Max',
          [
            [VAL, ['6e B']],
            [TILLEULS, ['CM1']],
          ],
        ],
      ]);
    });

    test('C18 a disabled child is missing', async () => {
      const { manager } = world.database.dataSource;
      await manager.update(PersonRow, { id: await world.idOf('max.petit') }, { disabledAt: world.clock.now() });
      const children = await world.directory.childrenOf(await world.idOf('anne.petit'));
      expect(children.map(({ givenName }) => givenName)).toEqual(['Léa', 'Tom']);
    });

    test('a person without children has none; the number of queries is constant', async () => {
      expect(await world.directory.childrenOf(await world.idOf('sam.bureau'))).toEqual([]);
      const many = await world.idOf('anne.petit');
      const one = await world.idOf('ines.blanc');
      expect(await world.statementsOf(() => world.directory.childrenOf(many))).toBe(
        await world.statementsOf(() => world.directory.childrenOf(one)),
      );
    });
  });
});
