// SPDX-License-Identifier: EUPL-1.2
import type { PeopleAsked, SchoolDirectory } from '../../../api/school-directory.js';
import type { Profile } from '../../../api/people.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { group, member, person, TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { AttachmentRow } from './attachment.entity.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';
import { ExternalIdRow } from './external-id.entity.js';
import { IDS } from './members.js';
import { PersonRow } from './person.entity.js';
import { MOST_NAMED } from './school-relations.js';

describe.each(bothDatabases())('the directory of a school on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
  });

  afterEach(() => world.database.drop());

  async function inSchool(uai: string): Promise<SchoolDirectory> {
    const school = await world.directory.school(uai);
    if (!school) throw new Error(`The school ${uai} does not exist.`);
    return world.directory.inSchool(school);
  }

  async function idsOf(...logins: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const login of logins) ids.push(await world.idOf(login));
    return ids;
  }

  async function endIn(uai: string, login: string): Promise<void> {
    const { manager } = world.database.dataSource;
    await manager.update(AttachmentRow, { personId: await world.idOf(login), uai }, { until: world.clock.now() });
  }

  async function disable(login: string): Promise<void> {
    const { manager } = world.database.dataSource;
    await manager.update(PersonRow, { id: await world.idOf(login) }, { disabledAt: world.clock.now() });
  }

  async function nameInOnde(personId: string, level: string): Promise<void> {
    const { manager } = world.database.dataSource;
    const [known] = await manager.findBy(ExternalIdRow, { personId });
    const onde = { id: newId(), source: 'onde', key: '77', login: null, stableIds: null, digest: null };
    await manager.insert(ExternalIdRow, { ...known, ...onde, level });
  }

  describe('persons', () => {
    testOnce('T10 only persons that are or were of the school', async () => {
      const [lea = '', tom = '', anne = '', max = ''] = await idsOf(
        'lea.petit',
        'tom.petit',
        'anne.petit',
        'max.petit',
      );
      await world.sync(without(WORLD, 'tom.petit'));
      const found = await (await inSchool(TILLEULS)).persons([lea, tom, anne, max, lea, '0']);
      expect(new Set(found.keys())).toEqual(new Set([lea, tom, anne]));
      expect(found.get(lea)).toEqual({
        ...{ id: lea, displayName: 'Léa Petit', givenName: 'Léa', familyName: 'Petit', level: 'CM2' },
      });
      expect(found.get(tom)).toMatchObject({ displayName: 'Tom Petit', level: null });
      expect(new Set((await (await inSchool(VAL)).persons([lea, tom, anne, max])).keys())).toEqual(
        new Set([anne, max]),
      );
      expect(await (await inSchool(VAL)).persons([])).toEqual(new Map());
    });

    test('more ids than one statement takes are asked for in parts', async () => {
      const [lea = '', anne = ''] = await idsOf('lea.petit', 'anne.petit');
      const directory = await inSchool(TILLEULS);
      const ids = [anne, ...Array.from({ length: IDS }, () => newId()), lea];
      expect(new Set((await directory.persons(ids)).keys())).toEqual(new Set([anne, lea]));
      expect([...(await directory.guardiansOf(ids)).keys()]).toEqual([lea]);
      expect((await directory.relations(ids)).childrenOf.get(anne)?.has(lea)).toBe(true);
      expect(await world.statementsOf(() => directory.persons(ids))).toBe(2);
    });

    testOnce('of two sources that give a level, the one that says so since later counts', async () => {
      const [max = ''] = await idsOf('max.petit');
      await nameInOnde(max, '5E');
      await world.attach('max.petit', VAL, 'pupil', { source: 'onde', from: new Date('2025-09-01T00:00:00Z') });
      const level = async (): Promise<unknown> => (await (await inSchool(VAL)).persons([max])).get(max)?.level;
      expect(await level()).toBe('6E');
      world.clock.set('2026-01-05T08:00:00Z');
      await world.attach('max.petit', VAL, 'pupil', { source: 'onde' });
      expect(await level()).toBe('5E');
    });

    testOnce('the level is that of the source by which the person is a pupil of this school', async () => {
      const [max = ''] = await idsOf('max.petit');
      await nameInOnde(max, 'CM2');
      await world.attach('max.petit', TILLEULS, 'pupil', { source: 'onde' });
      const levelIn = async (uai: string): Promise<unknown> =>
        (await (await inSchool(uai)).persons([max])).get(max)?.level;
      expect([await levelIn(TILLEULS), await levelIn(VAL)]).toEqual(['CM2', '6E']);
      await endIn(TILLEULS, 'max.petit');
      expect([await levelIn(TILLEULS), await levelIn(VAL)]).toEqual([null, '6E']);
    });
  });

  describe('members', () => {
    async function members(name: string, profile: Profile, uai = TILLEULS): Promise<string[]> {
      const found = await (await inSchool(uai)).members(await world.groupId(name), profile);
      return found.map(({ displayName }) => displayName);
    }

    testOnce('the pupils of a class, their guardians and its teachers, each once and by family name', async () => {
      await world.attach('lea.petit', TILLEULS, 'pupil', { source: 'onde' });
      expect(await members('CM2 A', 'pupil')).toEqual(['Léa Petit', 'Tom Petit']);
      expect(await members('CM2 A', 'guardian')).toEqual(['Anne Petit']);
      expect(await members('CM2 A', 'teacher')).toEqual(['Paul Durand', 'Nina Prof']);
      expect(await members('Chorale', 'teacher')).toEqual(['Marc Evrard']);
    });

    testOnce('the level of pupils, null where the source gives none', async () => {
      const pupils = await (await inSchool(TILLEULS)).members(await world.groupId('CM2 A'), 'pupil');
      expect(pupils.map(({ givenName, level }) => [givenName, level])).toEqual([
        ['Léa', 'CM2'],
        ['Tom', null],
      ]);
    });

    testOnce('a head is in no class; nobody is in a group of another school', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      expect(await members('CM2 A', 'head')).toEqual([]);
      expect(await members('6e B', 'pupil')).toEqual([]);
      expect(await (await inSchool(TILLEULS)).members('0', 'pupil')).toEqual([]);
    });

    testOnce('nobody that has left, this year', async () => {
      await endIn(TILLEULS, 'lea.petit');
      await disable('tom.petit');
      expect(await members('CM2 A', 'pupil')).toEqual([]);
    });

    testOnce('of a group of last year also those that have left since', async () => {
      world.clock.set('2026-09-02T04:00:00Z');
      await world.sync([
        ...without(WORLD, 'lea.petit', 'CM2 A'),
        group('CM2 B', TILLEULS),
        member('tom.petit', 'CM2 B', TILLEULS),
        person('lea.petit', 'pupil', VAL, { givenName: 'Léa', displayName: 'Léa Petit', level: '6E' }),
      ]);
      expect(await members('CM2 B', 'pupil')).toEqual(['Tom Petit']);
      expect(await members('CM2 A', 'pupil')).toEqual(['Léa Petit', 'Tom Petit']);
    });
  });

  describe('guardiansOf', () => {
    testOnce('T10 of pupils that are or were of the school, and guardians that are', async () => {
      const [lea = '', tom = '', ida = '', max = ''] = await idsOf('lea.petit', 'tom.petit', 'ida.blanc', 'max.petit');
      const guardians = async (uai: string): Promise<[string, string[]][]> =>
        [...(await (await inSchool(uai)).guardiansOf([lea, tom, ida, max, '0']))].map(([id, members]) => [
          id,
          members.map(({ displayName }) => displayName),
        ]);
      await endIn(TILLEULS, 'lea.petit');
      expect(new Map(await guardians(TILLEULS))).toEqual(
        new Map([
          [lea, ['Anne Petit']],
          [tom, ['Anne Petit']],
          [ida, ['Ines Blanc']],
        ]),
      );
      expect(await guardians(VAL)).toEqual([[max, ['Anne Petit']]]);
      await endIn(TILLEULS, 'ines.blanc');
      await disable('anne.petit');
      expect(await guardians(TILLEULS)).toEqual([]);
    });

    testOnce('nobody that is a guardian of the school no more, whatever else they are there', async () => {
      const [lea = ''] = await idsOf('lea.petit');
      await endIn(TILLEULS, 'anne.petit');
      await world.attach('anne.petit', TILLEULS, 'teacher');
      expect(await (await inSchool(TILLEULS)).guardiansOf([lea])).toEqual(new Map());
    });

    testOnce('each guardian once, when two sources name the kinship', async () => {
      const [lea = ''] = await idsOf('lea.petit');
      await world.attach('anne.petit', TILLEULS, 'guardian', { source: 'onde' });
      const found = await (await inSchool(TILLEULS)).guardiansOf([lea]);
      expect(found.get(lea)?.map(({ displayName }) => displayName)).toEqual(['Anne Petit']);
    });
  });

  testOnce('childrenOf T10: the pupils of the school now, each once, of guardians in any source', async () => {
    const [anne = '', ines = ''] = await idsOf('anne.petit', 'ines.blanc');
    const children = async (uai: string): Promise<[string, string[]][]> =>
      [...(await (await inSchool(uai)).childrenOf([anne, ines, '0']))].map(([id, members]) => [
        id,
        members.map(({ displayName }) => displayName),
      ]);
    await world.attach('anne.petit', TILLEULS, 'guardian', { source: 'onde' });
    expect(new Map(await children(TILLEULS))).toEqual(
      new Map([
        [anne, ['Léa Petit', 'Tom Petit']],
        [ines, ['Ida Blanc']],
      ]),
    );
    expect(await children(VAL)).toEqual([[anne, ['Max Petit']]]);
    await endIn(TILLEULS, 'lea.petit');
    expect(new Map(await children(TILLEULS)).get(anne)).toEqual(['Tom Petit']);
  });

  testOnce(
    'people T10: by profile, by group, around a person, and by the beginnings of words of their name',
    async () => {
      const directory = await inSchool(TILLEULS);
      const namesOf = async (asked: PeopleAsked): Promise<(string | undefined)[]> => {
        const ids = await directory.people(asked);
        const persons = await directory.persons(ids);
        return ids.map((id) => persons.get(id)?.displayName);
      };
      await world.attach('sam.bureau', TILLEULS, 'head');
      expect(await namesOf({ profiles: ['head'] })).toEqual(['Sam Bureau']);
      const [cm2, sixth] = [await world.groupId('CM2 A'), await world.groupId('6e B')];
      expect(await namesOf({ profiles: ['teacher'], groups: [cm2] })).toEqual(['Paul Durand', 'Nina Prof']);
      expect(await namesOf({ groups: [sixth] })).toEqual([]);
      expect(await namesOf({ groups: [] })).toEqual([]);
      const family = ['Paul Durand', 'Marc Evrard', 'Anne Petit', 'Léa Petit', 'Tom Petit', 'Nina Prof'];
      expect(await namesOf({ around: await world.idOf('lea.petit') })).toEqual(family);
      expect(await namesOf({ around: await world.idOf('anne.petit') })).toEqual(family);
      expect(await namesOf({ around: await world.idOf('ines.blanc') })).toEqual(['Ida Blanc', 'Ines Blanc']);
      expect(await namesOf({ name: 'PET lé' })).toEqual(['Léa Petit']);
      expect(await namesOf({ name: 'pet', most: 2, profiles: ['pupil', 'guardian'] })).toEqual([
        'Anne Petit',
        'Léa Petit',
      ]);
      expect(await namesOf({ name: 'etit' })).toEqual([]);
      expect(await namesOf({ name: '%' })).toEqual([]);
    },
  );

  test('everPupils T10: pupils of the school now or before, and nobody of another school or with another profile', async () => {
    const [lea = '', tom = '', max = '', anne = '', nina = ''] = await idsOf(
      ...['lea.petit', 'tom.petit', 'max.petit', 'anne.petit', 'nina.prof'],
    );
    const ids = [lea, tom, max, anne, nina, lea, ...Array.from({ length: IDS }, () => newId())];
    await endIn(TILLEULS, 'lea.petit');
    await endIn(TILLEULS, 'anne.petit');
    await disable('tom.petit');
    const ahead = { source: 'onde', from: new Date(world.clock.now().getTime() + 1_000) };
    await world.attach('nina.prof', VAL, 'pupil', ahead);
    expect(await (await inSchool(TILLEULS)).everPupils(ids)).toEqual(new Set([lea, tom]));
    expect(await (await inSchool(VAL)).everPupils(ids)).toEqual(new Set([max, nina]));
  });

  test('classesOf T10: the classes of pupils of the school by name, neither other groups nor those that a person teaches', async () => {
    const [lea = '', ida = '', max = '', nina = ''] = await idsOf('lea.petit', 'ida.blanc', 'max.petit', 'nina.prof');
    await world.sync([...WORLD, member('lea.petit', 'CM1', TILLEULS)]);
    const ids = [lea, ida, max, nina, lea, '0'];
    const namesIn = async (uai: string): Promise<[string, string[]][]> => {
      const classes = await (await inSchool(uai)).classesOf(ids);
      return [...classes].map(([id, groups]) => [id, groups.map(({ name }) => name)]);
    };
    expect(await namesIn(TILLEULS)).toEqual([
      [lea, ['CM1', 'CM2 A']],
      [ida, ['CM1']],
      [max, []],
      [nina, []],
      ['0', []],
    ]);
    await endIn(TILLEULS, 'ida.blanc');
    expect(new Map(await namesIn(TILLEULS)).get(ida)).toEqual([]);
    expect(new Map(await namesIn(VAL)).get(lea)).toEqual([]);
    world.clock.set('2026-08-02T04:00:00Z');
    expect(new Map(await namesIn(TILLEULS)).get(lea)).toEqual([]);
  });

  test('groupsOf T10: the groups in which the relations of the school have people', async () => {
    for (const uai of [TILLEULS, VAL]) {
      const directory = await inSchool(uai);
      const { memberOf } = await directory.relations();
      const groups = await directory.groupsOf([...memberOf.keys()]);
      expect(new Map([...groups].map(([id, own]) => [id, new Set(own.map((group) => group.id))]))).toEqual(memberOf);
    }
  });

  describe('relations', () => {
    test('T10 the whole school, and no other', async () => {
      await world.attach('marc.evrard', TILLEULS, 'head');
      const [lea = '', tom = '', ida = '', anne = '', ines = ''] = await idsOf(
        ...['lea.petit', 'tom.petit', 'ida.blanc', 'anne.petit', 'ines.blanc'],
      );
      const [nina = '', paul = '', marc = ''] = await idsOf('nina.prof', 'paul.durand', 'marc.evrard');
      const [cm1, cm2, choir] = [
        await world.groupId('CM1'),
        await world.groupId('CM2 A'),
        await world.groupId('Chorale'),
      ];
      expect(await (await inSchool(TILLEULS)).relations()).toEqual({
        profiles: new Map<string, Profile[]>([
          ...[lea, tom, ida].map((id): [string, Profile[]] => [id, ['pupil']]),
          ...[anne, ines].map((id): [string, Profile[]] => [id, ['guardian']]),
          ...[nina, paul].map((id): [string, Profile[]] => [id, ['teacher']]),
          [marc, ['teacher', 'head']],
        ]),
        groups: new Map([
          [cm1, { id: cm1, name: 'CM1', kind: 'class', schoolYear: 2025 }],
          [cm2, { id: cm2, name: 'CM2 A', kind: 'class', schoolYear: 2025 }],
          [choir, { id: choir, name: 'Chorale', kind: 'work', schoolYear: 2025 }],
        ]),
        memberOf: new Map([
          [lea, new Set([cm2, choir])],
          [tom, new Set([cm2])],
          [ida, new Set([cm1])],
          [marc, new Set([choir])],
        ]),
        teaches: new Map([
          [nina, new Set([cm2])],
          [paul, new Set([cm2])],
        ]),
        childrenOf: new Map([
          [anne, new Set([lea, tom])],
          [ines, new Set([ida])],
        ]),
      });
    });

    testOnce('these persons and their children', async () => {
      const [lea = '', tom = '', anne = '', nina = ''] = await idsOf(
        'lea.petit',
        'tom.petit',
        'anne.petit',
        'nina.prof',
      );
      const directory = await inSchool(TILLEULS);
      const found = await directory.relations([anne, nina, '0']);
      expect(new Set(found.profiles.keys())).toEqual(new Set([anne, nina, lea, tom]));
      expect(found.childrenOf).toEqual(new Map([[anne, new Set([lea, tom])]]));
      expect(new Set(found.memberOf.keys())).toEqual(new Set([lea, tom]));
      expect([...found.teaches.keys()]).toEqual([nina]);
      expect((await directory.relations([])).profiles.size).toBe(0);
      const many = [anne, nina, ...Array.from({ length: MOST_NAMED }, () => newId())];
      expect(await directory.relations(many)).toEqual(found);
    });

    testOnce('nobody that has left, and no group of last year', async () => {
      await endIn(TILLEULS, 'nina.prof');
      await endIn(TILLEULS, 'anne.petit');
      await endIn(TILLEULS, 'ida.blanc');
      const [nina = '', anne = '', ines = '', ida = ''] = await idsOf(
        ...['nina.prof', 'anne.petit', 'ines.blanc', 'ida.blanc'],
      );
      const directory = await inSchool(TILLEULS);
      const found = await directory.relations();
      for (const id of [nina, anne, ida]) expect(found.profiles.has(id)).toBe(false);
      expect(found.teaches.has(nina)).toBe(false);
      expect(found.memberOf.has(ida)).toBe(false);
      expect([...found.childrenOf.keys()]).toEqual([]);
      expect(found.profiles.get(ines)).toEqual(['guardian']);
      world.clock.set('2026-08-02T04:00:00Z');
      expect((await directory.relations()).groups.size).toBe(0);
    });

    testOnce('four queries, for the whole school, for some and for many', async () => {
      const directory = await inSchool(TILLEULS);
      const [anne = '', nina = ''] = await idsOf('anne.petit', 'nina.prof');
      expect(await world.statementsOf(() => directory.relations())).toBe(4);
      expect(await world.statementsOf(() => directory.relations([anne, nina]))).toBe(4);
      const many = Array.from({ length: MOST_NAMED + 1 }, () => newId());
      expect(await world.statementsOf(() => directory.relations(many))).toBe(4);
    });
  });
});
