// SPDX-License-Identifier: EUPL-1.2
import type { BrickDirectory } from '../../../api/school-directory.js';
import { NotFoundError } from '../../../api/errors.js';
import type { Profile } from '../../../api/people.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { DirectoryForTests, WORLD } from '../directory/directory-for-tests.js';
import { TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { brickDirectory } from './brick-directory.js';
import { userRelations } from './user-relations.js';

describe.each(testDatabases())('the directory of a request on $name', (kind) => {
  let world: DirectoryForTests;

  beforeAll(async () => {
    world = await DirectoryForTests.open(kind);
    await world.attach('sam.bureau', TILLEULS, 'head');
  });

  afterAll(() => world.database.drop());

  async function as(login: string, uai = TILLEULS, only?: Profile): Promise<BrickDirectory> {
    const id = await world.idOf(login);
    const { school, profiles: all } = (await world.directory.schoolsOf(id)).find((one) => one.school.uai === uai) ?? {};
    if (!school || !all) throw new Error(`${login} is not of ${uai}.`);
    const profiles = only ? [only] : all;
    return brickDirectory(
      world.directory,
      school,
      userRelations(world.directory, { id, profiles }, { uai, timeZone: 'Europe/Paris' }),
    );
  }

  /** Undefined when the user is refused. */
  async function pupilsOf(name: string, login: string, uai = TILLEULS): Promise<string[] | undefined> {
    const directory = await as(login, uai);
    const groupId = await world.groupId(name);
    try {
      return (await directory.members(groupId, 'pupil')).map(({ displayName }) => displayName);
    } catch (error) {
      expect(error).toBeInstanceOf(NotFoundError);
      return undefined;
    }
  }

  test('T10 members: of groups that the user teaches or heads', async () => {
    expect(await pupilsOf('CM2 A', 'nina.prof')).toEqual(['Léa Petit', 'Tom Petit']);
    expect(await pupilsOf('CM1', 'sam.bureau')).toEqual(['Ida Blanc']);
    expect(await pupilsOf('CM1', 'nina.prof')).toBeUndefined();
    expect(await pupilsOf('6e B', 'nina.prof')).toBeUndefined();
    expect(await pupilsOf('6e B', 'nina.prof', VAL)).toEqual(['Zoé Évrard', 'Max Petit']);
    for (const login of ['lea.petit', 'anne.petit']) expect(await pupilsOf('CM2 A', login)).toBeUndefined();
  });

  test('T10 members: of a group that has ended for its teachers and the head, never for those that were its pupils', async () => {
    world.clock.set('2025-11-26T04:00:00Z');
    await world.sync(without(WORLD, 'Chorale', 'CM1'));
    expect(await pupilsOf('CM1', 'sam.bureau')).toEqual([]);
    for (const login of ['ida.blanc', 'ines.blanc', 'nina.prof']) expect(await pupilsOf('CM1', login)).toBeUndefined();
    expect(await pupilsOf('Chorale', 'lea.petit')).toBeUndefined();
    world.clock.set('2025-11-27T04:00:00Z');
    await world.sync(WORLD);
  });

  test('children: those that are pupils of the school', async () => {
    const names = async (login: string, uai: string): Promise<string[]> =>
      (await (await as(login, uai)).children()).map(({ displayName }) => displayName);
    expect(await names('anne.petit', TILLEULS)).toEqual(['Léa Petit', 'Tom Petit']);
    expect(await names('anne.petit', VAL)).toEqual(['Max Petit']);
    // Marc's child works in the school and is not a pupil there.
    await world.attach('zoe.evrard', TILLEULS, 'staff');
    await world.attach('marc.evrard', TILLEULS, 'guardian');
    expect(await names('marc.evrard', TILLEULS)).toEqual([]);
    expect(await names('nina.prof', VAL)).toEqual([]);
    expect(await (await as('anne.petit', TILLEULS, 'staff')).children()).toEqual([]);
  });

  test('groups of the user and of their children: those that the school says, in the one statement that names the groups of a family', async () => {
    const groupsOf = async (login: string, uai: string): Promise<void> => {
      const directory = await as(login, uai);
      const school = await world.directory.school(uai);
      if (!school) throw new Error(`There is no school ${uai}.`);
      const family = [await world.idOf(login), ...(await directory.children()).map(({ id }) => id)];
      const expected = await world.directory.inSchool(school).groupsOf(family);
      expect(await world.statementsOf(async () => void (await directory.groupsOf(family)))).toBe(1);
      expect(await world.statementsOf(async () => void (await directory.classesOf(family)))).toBe(0);
      expect(await directory.groupsOf(family)).toEqual(expected);
      expect([...(await directory.classesOf(family)).values()].flat().every(({ kind }) => kind === 'class')).toBe(true);
    };
    for (const login of ['anne.petit', 'lea.petit', 'nina.prof']) await groupsOf(login, TILLEULS);
    for (const login of ['anne.petit', 'nina.prof']) await groupsOf(login, VAL);
    const classmates = [await world.idOf('tom.petit'), await world.idOf('lea.petit')];
    expect([...(await (await as('lea.petit')).classesOf(classmates)).values()].flat()).toHaveLength(2);
  });

  test('members: of last year’s groups for their teachers and the head, and a year later for nobody', async () => {
    world.clock.set('2026-08-02T04:00:00Z');
    expect(await pupilsOf('CM2 A', 'nina.prof')).toEqual(['Léa Petit', 'Tom Petit']);
    expect(await pupilsOf('CM1', 'sam.bureau')).toEqual(['Ida Blanc']);
    expect(await pupilsOf('CM1', 'paul.durand')).toBeUndefined();
    expect(await pupilsOf('CM2 A', 'anne.petit')).toBeUndefined();
    world.clock.set('2027-08-02T04:00:00Z');
    expect(await pupilsOf('CM1', 'sam.bureau')).toBeUndefined();
  });
});
