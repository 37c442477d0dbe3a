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

    test('with what a request knows of the person, one statement for groups in force, one more for past ones, and the same groups', async () => {
      const id = await world.idOf('nina.prof');
      const known = { profiles: ['teacher'], timeZone: 'Europe/Paris' } as const;
      expect(await world.statementsOf(() => world.directory.ties(id, TILLEULS, known))).toBe(1);
      expect(await world.statementsOf(() => world.directory.pastTies(id, TILLEULS, known))).toBe(2);
      expect(await world.directory.ties(id, TILLEULS, known)).toEqual(await world.directory.ties(id, TILLEULS));
    });

    test('a pupil to their own groups', async () => {
      expect(await world.directory.ties(await world.idOf('lea.petit'), TILLEULS)).toEqual([
        {
          group: { id: await world.groupId('Chorale'), name: 'Chorale', kind: 'work', schoolYear: 2025 },
          profile: 'pupil',
        },
        {
          group: { id: await world.groupId('CM2 A'), name: 'CM2 A', kind: 'class', schoolYear: 2025 },
          profile: 'pupil',
        },
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

  describe('pastTies', () => {
    async function pastTies(login: string, uai: string): Promise<[string, Profile][]> {
      const found = await world.directory.pastTies(await world.idOf(login), uai);
      expect(found.every(({ group: { schoolYear } }) => schoolYear === 2025)).toBe(true);
      return found.map(({ group: { name }, profile }) => [name, profile]);
    }

    test('none to groups of this year', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      expect(await pastTies('nina.prof', TILLEULS)).toEqual([]);
      expect(await pastTies('sam.bureau', TILLEULS)).toEqual([]);
    });

    test('from 1 August a teacher to the groups of last year, a head to its classes, and nobody else', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      world.clock.set('2026-08-02T04:00:00Z');
      expect(await pastTies('nina.prof', TILLEULS)).toEqual([['CM2 A', 'teacher']]);
      expect(await pastTies('nina.prof', VAL)).toEqual([['6e B', 'teacher']]);
      expect(await pastTies('marc.evrard', TILLEULS)).toEqual([['Chorale', 'teacher']]);
      expect(await pastTies('sam.bureau', TILLEULS)).toEqual([
        ['CM1', 'head'],
        ['CM2 A', 'head'],
      ]);
      expect(await pastTies('sam.bureau', VAL)).toEqual([]);
      for (const login of ['lea.petit', 'anne.petit']) expect(await pastTies(login, TILLEULS)).toEqual([]);
    });

    test('a head also to the classes that ended during last year; a year later nobody to any', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      await world.sync(without(WORLD, 'CM2 A'));
      world.clock.set('2026-08-02T04:00:00Z');
      expect(await pastTies('sam.bureau', TILLEULS)).toContainEqual(['CM2 A', 'head']);
      expect(await pastTies('nina.prof', TILLEULS)).toEqual([]);
      world.clock.set('2027-08-02T04:00:00Z');
      expect(await pastTies('sam.bureau', TILLEULS)).toEqual([]);
      expect(await pastTies('nina.prof', VAL)).toEqual([]);
    });

    test('none once the person is a teacher of the school no more', async () => {
      const personId = await world.idOf('nina.prof');
      world.clock.set('2026-08-02T04:00:00Z');
      await world.database.dataSource.manager.update(
        AttachmentRow,
        { personId, uai: TILLEULS },
        { until: world.clock.now() },
      );
      expect(await pastTies('nina.prof', TILLEULS)).toEqual([]);
      expect(await pastTies('nina.prof', VAL)).toEqual([['6e B', 'teacher']]);
    });
  });

  describe('pupilRelations', () => {
    async function relations(
      login: string,
      profiles: Profile[],
      pupils: readonly string[],
      uai = TILLEULS,
    ): Promise<Record<string, [isChild: boolean, classes: number]>> {
      const ids = new Map<string, string>();
      for (const pupil of pupils) ids.set(await world.idOf(pupil), pupil);
      const by = { personId: await world.idOf(login), profiles, uai };
      const found = await world.directory.pupilRelations(by, [...ids.keys()]);
      return Object.fromEntries(
        [...found].map(([id, { isChild, classIds }]) => [ids.get(id) ?? id, [isChild, classIds.length]]),
      );
    }

    test('a guardian is told their children, a teacher the classes, and nobody the pupils of another school', async () => {
      const pupils = ['lea.petit', 'ida.blanc', 'max.petit', 'anne.petit'];
      expect(await relations('anne.petit', ['guardian'], pupils)).toEqual({
        'lea.petit': [true, 0],
        'ida.blanc': [false, 0],
      });
      // Léa is in the choir, too, which is no class.
      expect(await relations('nina.prof', ['teacher'], pupils)).toEqual({
        'lea.petit': [false, 1],
        'ida.blanc': [false, 1],
      });
      expect(await relations('anne.petit', ['guardian'], pupils, VAL)).toEqual({ 'max.petit': [true, 0] });
    });

    test('the classes are those of this year', async () => {
      world.clock.set('2026-08-02T04:00:00Z');
      expect(await relations('nina.prof', ['teacher'], ['lea.petit'])).toEqual({ 'lea.petit': [false, 0] });
    });

    test('P17 a pupil that a sync added while the clock was some days ahead is in their classes', async () => {
      const personId = await world.idOf('lea.petit');
      const from = new Date(world.clock.now().getTime() + 30 * 86_400_000);
      await world.database.dataSource.manager.update(AttachmentRow, { personId }, { from });
      expect(await relations('nina.prof', ['teacher'], ['lea.petit'])).toEqual({ 'lea.petit': [false, 1] });
    });

    test('a pupil that left is still known as one, and is in no class', async () => {
      const personId = await world.idOf('lea.petit');
      await world.database.dataSource.manager.update(AttachmentRow, { personId }, { until: world.clock.now() });
      expect(await relations('marc.evrard', ['guardian', 'teacher'], ['lea.petit'])).toEqual({
        'lea.petit': [false, 0],
      });
      expect(await relations('anne.petit', ['guardian'], ['lea.petit'])).toEqual({ 'lea.petit': [true, 0] });
    });

    test('the number of queries is constant', async () => {
      const by = { personId: await world.idOf('nina.prof'), profiles: ['teacher', 'guardian'] as const, uai: TILLEULS };
      const [one, ...more] = [
        await world.idOf('lea.petit'),
        await world.idOf('tom.petit'),
        await world.idOf('ida.blanc'),
      ];
      const alone = await world.statementsOf(() => world.directory.pupilRelations(by, [one ?? '']));
      expect(await world.statementsOf(() => world.directory.pupilRelations(by, [one ?? '', ...more]))).toBe(alone);
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
