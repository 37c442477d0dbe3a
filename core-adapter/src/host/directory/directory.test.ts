// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../api/directory-source.js';
import type { Profile } from '../../api/people.js';
import { testDatabases } from '../../testing/test-databases.js';
import { newId } from '../database/new-id.js';
import { openTestDatabase, TestClock, type OpenDatabase } from '../sync/database-for-tests.js';
import {
  group,
  kin,
  member,
  person,
  school,
  SIGNAL,
  SOURCE,
  sourceOf,
  TILLEULS,
  VAL,
  without,
} from '../sync/records-for-tests.js';
import { SyncService } from '../sync/sync-service.js';
import { AttachmentRow, GRANT_SOURCE } from './attachment.entity.js';
import { Directory } from './directory.js';
import { GroupRow } from './group.entity.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

/** Two schools. Anne has Léa and Tom in the école and Max in the collège; Nina teaches in both; Marc teaches and is a father. */
const WORLD: DirectoryRecord[] = [
  school(VAL, 'Collège du Val'),
  school(TILLEULS, 'École des Tilleuls'),
  group('CM1', TILLEULS),
  group('CM2 A', TILLEULS),
  group('Chorale', TILLEULS, { kind: 'work' }),
  group('6e B', VAL),
  person('lea.petit', 'pupil', TILLEULS, { givenName: 'Léa', displayName: 'Léa Petit' }),
  person('tom.petit', 'pupil', TILLEULS),
  person('ida.blanc', 'pupil', TILLEULS),
  person('max.petit', 'pupil', VAL),
  person('zoe.evrard', 'pupil', VAL, { familyName: 'Évrard', displayName: 'Zoé Évrard' }),
  person('anne.petit', 'guardian', TILLEULS),
  person('ines.blanc', 'guardian', TILLEULS),
  person('nina.prof', 'teacher', VAL),
  person('paul.durand', 'teacher', TILLEULS),
  person('marc.evrard', 'teacher', TILLEULS),
  person('sam.bureau', 'staff', VAL),
  member('lea.petit', 'CM2 A', TILLEULS),
  member('tom.petit', 'CM2 A', TILLEULS),
  member('lea.petit', 'Chorale', TILLEULS),
  member('ida.blanc', 'CM1', TILLEULS),
  member('max.petit', '6e B', VAL),
  member('zoe.evrard', '6e B', VAL),
  member('paul.durand', 'CM2 A', TILLEULS, 'teacher'),
  member('nina.prof', 'CM2 A', TILLEULS, 'teacher'),
  member('nina.prof', '6e B', VAL, 'teacher'),
  member('marc.evrard', 'Chorale', TILLEULS),
  kin('anne.petit', 'lea.petit'),
  kin('anne.petit', 'tom.petit'),
  kin('anne.petit', 'max.petit'),
  kin('ines.blanc', 'ida.blanc'),
  kin('marc.evrard', 'zoe.evrard'),
];

const LENIENT = { keep: 0, ignoreUnder: 5 };

describe.each(testDatabases())('the directory on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let directory: Directory;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock();
    directory = new Directory(database.unitOfWork, clock);
    await sync(WORLD);
  });

  afterEach(() => database.drop());

  async function sync(records: DirectoryRecord[]): Promise<void> {
    await new SyncService({ unitOfWork: database.unitOfWork, clock, limits: LENIENT }).run(sourceOf(records), SIGNAL);
  }

  async function idOf(login: string): Promise<string> {
    return (await directory.personByLogin(SOURCE, login))?.id ?? `nobody has the login ${login}`;
  }

  async function groupId(name: string): Promise<string> {
    return (await database.dataSource.manager.findOneByOrFail(GroupRow, { name })).id;
  }

  async function attach(
    login: string,
    uai: string,
    profile: Profile,
    changes: Partial<AttachmentRow> = {},
  ): Promise<void> {
    const personId = await idOf(login);
    const row = {
      id: newId(),
      personId,
      uai,
      profile,
      source: GRANT_SOURCE,
      from: clock.now(),
      until: null,
      ...changes,
    };
    await database.dataSource.manager.insert(AttachmentRow, row);
  }

  async function statementsOf(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const logger = database.dataSource.logger;
    const { logQuery } = logger;
    logger.logQuery = () => void (count += 1);
    await work().finally(() => (logger.logQuery = logQuery));
    return count;
  }

  describe('schools', () => {
    test('one by its UAI', async () => {
      const expected = { uai: VAL, name: 'Collège du Val', kind: 'college', timeZone: 'Europe/Paris' };
      expect(await directory.school(VAL)).toEqual(expected);
      expect(await directory.school('0399999Z')).toBeUndefined();
    });

    test('all by folded name, with their figures', async () => {
      await attach('paul.durand', TILLEULS, 'head');
      expect(await directory.schools()).toEqual([
        {
          uai: VAL,
          name: 'Collège du Val',
          kind: 'college',
          timeZone: 'Europe/Paris',
          persons: { pupil: 2, guardian: 2, teacher: 1, head: 0, staff: 1 },
          groups: 1,
        },
        {
          uai: TILLEULS,
          name: 'École des Tilleuls',
          kind: 'primary',
          timeZone: 'Europe/Paris',
          persons: { pupil: 3, guardian: 2, teacher: 3, head: 1, staff: 0 },
          groups: 3,
        },
      ]);
    });

    test('count who is there, once for each profile whatever names him', async () => {
      await attach('lea.petit', TILLEULS, 'pupil', { source: 'onde' });
      await attach('sam.bureau', TILLEULS, 'staff', { until: clock.now() });
      await sync(without(WORLD, 'tom.petit'));
      const [, tilleuls] = await directory.schools();
      expect(tilleuls?.persons).toEqual({ pupil: 2, guardian: 2, teacher: 3, head: 0, staff: 0 });
    });

    test('count the groups of this school year', async () => {
      clock.set('2026-08-02T04:00:00Z');
      expect((await directory.schools()).map(({ groups }) => groups)).toEqual([0, 0]);
      await sync(without(WORLD, 'CM1'));
      expect((await directory.schools()).map(({ groups }) => groups)).toEqual([1, 2]);
    });

    test('take three queries, however many they are', async () => {
      expect(await statementsOf(() => directory.schools())).toBe(3);
    });
  });

  describe('persons', () => {
    test('by login, whatever its case; by id', async () => {
      const lea = await directory.personByLogin(SOURCE, ' LEA.Petit ');
      expect(lea).toEqual({
        id: lea?.id,
        givenName: 'Léa',
        familyName: 'Petit',
        displayName: 'Léa Petit',
        disabled: false,
      });
      expect(await directory.person(lea?.id ?? '')).toEqual(lea);
    });

    test('a login is one source’s; an accent makes another login', async () => {
      expect(await directory.personByLogin('onde', 'lea.petit')).toBeUndefined();
      expect(await directory.personByLogin(SOURCE, 'léa.petit')).toBeUndefined();
      expect(await directory.person('0')).toBeUndefined();
    });

    test('who has left has no login, and is known by his id as disabled', async () => {
      const id = await idOf('lea.petit');
      await sync(without(WORLD, 'lea.petit'));
      expect(await directory.personByLogin(SOURCE, 'lea.petit')).toBeUndefined();
      expect(await directory.person(id)).toMatchObject({ displayName: 'Léa Petit', disabled: true });
    });
  });

  describe('schoolsOf', () => {
    test('by folded name of the school, with every profile once', async () => {
      await attach('marc.evrard', TILLEULS, 'head');
      await attach('marc.evrard', TILLEULS, 'teacher', { source: 'onde' });
      expect(await directory.schoolsOf(await idOf('marc.evrard'))).toEqual([
        {
          school: { uai: VAL, name: 'Collège du Val', kind: 'college', timeZone: 'Europe/Paris' },
          profiles: ['guardian'],
        },
        {
          school: { uai: TILLEULS, name: 'École des Tilleuls', kind: 'primary', timeZone: 'Europe/Paris' },
          profiles: ['teacher', 'head'],
        },
      ]);
    });

    test('from is included, until is excluded', async () => {
      const id = await idOf('sam.bureau');
      await attach('sam.bureau', TILLEULS, 'staff', {
        from: new Date('2026-01-05T08:00:00.000Z'),
        until: new Date('2026-01-09T08:00:00.000Z'),
      });
      const inTilleuls = async (at: string): Promise<boolean> => {
        clock.set(at);
        return (await directory.schoolsOf(id)).some((each) => each.school.uai === TILLEULS);
      };
      expect(await inTilleuls('2026-01-05T07:59:59.999Z')).toBe(false);
      expect(await inTilleuls('2026-01-05T08:00:00.000Z')).toBe(true);
      expect(await inTilleuls('2026-01-09T07:59:59.999Z')).toBe(true);
      expect(await inTilleuls('2026-01-09T08:00:00.000Z')).toBe(false);
    });

    test('C18 a disabled person is nowhere, even where an administrator put him', async () => {
      const id = await idOf('paul.durand');
      await attach('paul.durand', TILLEULS, 'head');
      await database.dataSource.manager.update(PersonRow, { id }, { disabledAt: clock.now() });
      expect(await directory.schoolsOf(id)).toEqual([]);
      expect(await directory.ties(id, TILLEULS)).toEqual([]);
    });
  });

  describe('ties', () => {
    async function ties(login: string, uai: string): Promise<[string, Profile][]> {
      return (await directory.ties(await idOf(login), uai)).map(({ group: { name }, profile }) => [name, profile]);
    }

    test('a pupil to the groups that he is in', async () => {
      expect(await directory.ties(await idOf('lea.petit'), TILLEULS)).toEqual([
        { group: { id: await groupId('Chorale'), name: 'Chorale', kind: 'work' }, profile: 'pupil' },
        { group: { id: await groupId('CM2 A'), name: 'CM2 A', kind: 'class' }, profile: 'pupil' },
      ]);
      expect(await ties('lea.petit', VAL)).toEqual([]);
    });

    test('a teacher to those of his team, in each school its own, and to those that he is in', async () => {
      expect(await ties('nina.prof', TILLEULS)).toEqual([['CM2 A', 'teacher']]);
      expect(await ties('nina.prof', VAL)).toEqual([['6e B', 'teacher']]);
      expect(await ties('marc.evrard', TILLEULS)).toEqual([['Chorale', 'teacher']]);
    });

    test('a guardian to those of his children, each once, in each school its own', async () => {
      expect(await ties('anne.petit', TILLEULS)).toEqual([
        ['Chorale', 'guardian'],
        ['CM2 A', 'guardian'],
      ]);
      expect(await ties('anne.petit', VAL)).toEqual([['6e B', 'guardian']]);
      expect(await ties('marc.evrard', VAL)).toEqual([['6e B', 'guardian']]);
    });

    test('a head to every class of the school, and to no other group', async () => {
      await attach('sam.bureau', TILLEULS, 'head');
      expect(await ties('sam.bureau', TILLEULS)).toEqual([
        ['CM1', 'head'],
        ['CM2 A', 'head'],
      ]);
      expect(await ties('sam.bureau', VAL)).toEqual([]);
    });

    test('staff to nothing', async () => {
      expect(await ties('sam.bureau', VAL)).toEqual([]);
    });

    test('none to groups of last year, nor to groups that ended', async () => {
      await attach('sam.bureau', TILLEULS, 'head');
      clock.set('2026-08-02T04:00:00Z');
      for (const login of ['lea.petit', 'nina.prof', 'anne.petit', 'sam.bureau']) {
        expect(await ties(login, TILLEULS)).toEqual([]);
      }
      clock.set('2025-11-26T04:00:00Z');
      await sync(without(WORLD, 'CM2 A'));
      expect(await ties('lea.petit', TILLEULS)).toEqual([['Chorale', 'pupil']]);
      expect(await ties('sam.bureau', TILLEULS)).toEqual([['CM1', 'head']]);
    });

    test('no longer once the attachment has ended, whatever the group says', async () => {
      await database.dataSource.manager.update(
        AttachmentRow,
        { personId: await idOf('lea.petit') },
        { until: clock.now() },
      );
      expect(await ties('lea.petit', TILLEULS)).toEqual([]);
    });

    test('follow the time zone of the school', async () => {
      await database.dataSource.manager.update(SchoolRow, { uai: VAL }, { timeZone: 'America/Martinique' });
      clock.set('2026-07-31T23:00:00Z');
      expect(await ties('nina.prof', TILLEULS)).toEqual([]);
      expect(await ties('nina.prof', VAL)).toEqual([['6e B', 'teacher']]);
    });
  });

  describe('childrenOf', () => {
    test('children by name, with their schools and classes', async () => {
      const tilleuls = { uai: TILLEULS, name: 'École des Tilleuls', classes: ['CM2 A'] };
      expect(await directory.childrenOf(await idOf('anne.petit'))).toEqual([
        { id: await idOf('lea.petit'), displayName: 'Léa Petit', givenName: 'Léa', schools: [tilleuls] },
        {
          id: await idOf('max.petit'),
          displayName: 'Max Petit',
          givenName: 'Max',
          schools: [{ uai: VAL, name: 'Collège du Val', classes: ['6e B'] }],
        },
        { id: await idOf('tom.petit'), displayName: 'Tom Petit', givenName: 'Tom', schools: [tilleuls] },
      ]);
    });

    test('L11 a child in two schools has both; one who left is not there', async () => {
      await sync([
        ...without(WORLD, 'tom.petit'),
        person('max.petit', 'pupil', TILLEULS),
        member('max.petit', 'CM1', TILLEULS),
      ]);
      const children = await directory.childrenOf(await idOf('anne.petit'));
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

    test('none, and a constant number of queries', async () => {
      expect(await directory.childrenOf(await idOf('sam.bureau'))).toEqual([]);
      const many = await idOf('anne.petit');
      const one = await idOf('ines.blanc');
      expect(await statementsOf(() => directory.childrenOf(many))).toBe(
        await statementsOf(() => directory.childrenOf(one)),
      );
    });
  });

  test('classesOf: classes alone, in this school alone', async () => {
    const [lea, nina, sam] = [await idOf('lea.petit'), await idOf('nina.prof'), await idOf('sam.bureau')];
    const cm2 = { id: await groupId('CM2 A'), name: 'CM2 A', kind: 'class' };
    expect(await directory.classesOf([lea, nina, sam], TILLEULS)).toEqual(
      new Map([
        [lea, [cm2]],
        [nina, [cm2]],
        [sam, []],
      ]),
    );
    expect(await directory.classesOf([], TILLEULS)).toEqual(new Map());
  });

  describe('audience', () => {
    async function audience(uai: string, profiles: Profile[], ...groups: string[]): Promise<[string, Profile][]> {
      const filter = { profiles, groupIds: await Promise.all(groups.map(groupId)) };
      const recipients = await directory.audience(uai, filter);
      const counts = { pupil: 0, guardian: 0, teacher: 0, head: 0, staff: 0 };
      for (const { profile } of recipients) counts[profile] += 1;
      expect(await directory.audienceCounts(uai, filter)).toEqual(counts);
      return recipients.map(({ displayName, profile }) => [displayName, profile]);
    }

    test('a whole school, by family name', async () => {
      expect(await audience(VAL, [])).toEqual([
        ['Sam Bureau', 'staff'],
        ['Marc Evrard', 'guardian'],
        ['Zoé Évrard', 'pupil'],
        ['Anne Petit', 'guardian'],
        ['Max Petit', 'pupil'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('some profiles of it', async () => {
      expect(await audience(TILLEULS, ['teacher', 'head'])).toEqual([
        ['Paul Durand', 'teacher'],
        ['Marc Evrard', 'teacher'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('a class: its pupils, its team and their guardians', async () => {
      await attach('sam.bureau', TILLEULS, 'head');
      expect(await audience(TILLEULS, [], 'CM2 A')).toEqual([
        ['Paul Durand', 'teacher'],
        ['Anne Petit', 'guardian'],
        ['Léa Petit', 'pupil'],
        ['Tom Petit', 'pupil'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('profiles AND groups', async () => {
      expect(await audience(TILLEULS, ['guardian'], 'CM2 A')).toEqual([['Anne Petit', 'guardian']]);
      expect(await audience(TILLEULS, ['guardian'], 'CM1', 'CM2 A')).toEqual([
        ['Ines Blanc', 'guardian'],
        ['Anne Petit', 'guardian'],
      ]);
      expect(await audience(TILLEULS, ['staff'], 'CM2 A')).toEqual([]);
    });

    test('T1 a group of another school reaches nobody', async () => {
      expect(await audience(TILLEULS, [], '6e B')).toEqual([]);
      expect(await audience('0399999Z', [])).toEqual([]);
    });

    test('a group of last year reaches nobody', async () => {
      clock.set('2026-08-02T04:00:00Z');
      expect(await audience(TILLEULS, [], 'CM2 A')).toEqual([]);
    });

    test('only who is in force, each once as what he is', async () => {
      await attach('lea.petit', TILLEULS, 'pupil', { source: 'onde' });
      await attach('paul.durand', TILLEULS, 'guardian', { from: new Date('2027-01-01T00:00:00Z') });
      await sync(without(WORLD, 'tom.petit'));
      expect(await audience(TILLEULS, ['pupil', 'guardian'], 'CM2 A')).toEqual([
        ['Anne Petit', 'guardian'],
        ['Léa Petit', 'pupil'],
      ]);
    });
  });

  test('T10 names: of who is or was in the school, and of nobody else', async () => {
    const [lea, tom, anne, max] = await Promise.all(['lea.petit', 'tom.petit', 'anne.petit', 'max.petit'].map(idOf));
    await sync(without(WORLD, 'tom.petit'));
    const ids = [lea, tom, anne, max, lea, '0'].map(String);
    expect(await directory.names(TILLEULS, ids)).toEqual(
      new Map([
        [lea, 'Léa Petit'],
        [tom, 'Tom Petit'],
        [anne, 'Anne Petit'],
      ]),
    );
    expect([...(await directory.names(VAL, ids)).values()].sort()).toEqual(['Anne Petit', 'Max Petit']);
    expect(await directory.names(VAL, [])).toEqual(new Map());
  });
});
