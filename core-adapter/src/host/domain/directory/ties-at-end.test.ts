// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { group, kin, member, person, TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { forgetFormerMemberships } from './forget-former-memberships.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PERSONS = [
  'lea.petit',
  'tom.petit',
  'ida.blanc',
  'anne.petit',
  'paul.durand',
  'marc.evrard',
  'sam.bureau',
] as const;

/** The school names its CM2 by another key: another group with the same people. */
const RENAMED: DirectoryRecord[] = [
  ...without(WORLD, 'CM2 A'),
  group('CM2 B', TILLEULS),
  ...['lea.petit', 'tom.petit'].map((pupil) => member(pupil, 'CM2 B', TILLEULS)),
  member('paul.durand', 'CM2 B', TILLEULS, 'teacher'),
];

const isTieOf = (one: DirectoryRecord, login: string): boolean =>
  (one.type === 'membership' && one.person === login) || (one.type === 'kinship' && one.child === login);

describe.each(testDatabases())('ties to groups that ended during the year on $name', (kind) => {
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
    await world.attach('sam.bureau', TILLEULS, 'head');
  });

  afterEach(() => world.database.drop());

  async function pastTies(login: string, uai = TILLEULS): Promise<[string, Profile][]> {
    const found = await world.directory.pastTies(await world.idOf(login), uai);
    return found.map(({ group: { name }, profile }) => [name, profile]);
  }

  async function all(): Promise<string[]> {
    const found = await Promise.all(PERSONS.map(async (login) => [login, await pastTies(login)] as const));
    return found.flatMap(([login, ties]) => ties.map(([name, profile]) => `${login}: ${profile} of ${name}`));
  }

  /** Deletes former memberships as the nightly run does. */
  const forget = (): Promise<void> => forgetFormerMemberships(world.database.unitOfWork, world.clock.now());

  const AT_END = ['lea.petit: pupil of CM2 A', 'tom.petit: pupil of CM2 A', 'paul.durand: teacher of CM2 A'];

  test('T8: they count at once, and longer than the guard remembers, for those who had them then and for heads', async () => {
    expect(await all()).toEqual([]);
    world.clock.set('2025-11-26T04:00:00Z');
    await world.sync(RENAMED);
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    for (let days = 0; days < 30; days += 15) {
      world.clock.advance(15 * DAY_MS);
      await world.sync([...RENAMED, group(`Atelier ${days}`, TILLEULS, { kind: 'work' })]);
      await forget();
    }
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    for (const login of ['nina.prof', 'zoe.evrard', 'max.petit']) expect(await pastTies(login, VAL)).toEqual([]);
  });

  test('T8: pupils keep them until their year is over, teachers and heads a year longer', async () => {
    world.clock.set('2026-07-08T04:00:00Z');
    await world.sync(without(WORLD, 'CM2 A'));
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    world.clock.set('2026-08-02T04:00:00Z');
    expect(await pastTies('lea.petit')).toEqual([]);
    expect(await pastTies('paul.durand')).toEqual([['CM2 A', 'teacher']]);
    expect(await pastTies('sam.bureau')).toContainEqual(['CM2 A', 'head']);
    world.clock.set('2027-08-02T04:00:00Z');
    expect(await pastTies('paul.durand')).toEqual([]);
  });

  test('T8: nobody has one who had left the group before, who came to it never, or who was something else then', async () => {
    world.clock.set('2025-11-26T04:00:00Z');
    const moved = WORLD.filter((one) => !(one.type === 'membership' && one.person === 'tom.petit'));
    await world.sync([...moved, member('tom.petit', 'CM1', TILLEULS)]);
    world.clock.set('2025-11-27T04:00:00Z');
    await world.sync([...without(moved, 'CM2 A'), member('tom.petit', 'CM1', TILLEULS)]);
    expect(await pastTies('tom.petit')).toEqual([]);
    expect(await pastTies('ida.blanc')).toEqual([]);
    expect(await pastTies('lea.petit')).toEqual([['CM2 A', 'pupil']]);
    const asTeacher = { profiles: ['teacher'], timeZone: 'Europe/Paris' } as const;
    expect(await world.directory.pastTies(await world.idOf('lea.petit'), TILLEULS, asTeacher)).toEqual([]);
  });

  test('T10 membersAtEnd: the people of a group when it ended with their guardians of today, and none of another school', async () => {
    const groupId = await world.groupId('CM2 A');
    const atEnd = async (profile: Profile, uai = TILLEULS): Promise<readonly string[]> => {
      const school = await world.directory.school(uai);
      if (!school) throw new Error(`The school ${uai} does not exist.`);
      return [...(await world.directory.inSchool(school).membersAtEnd(groupId, profile))].sort();
    };
    const ids = (...logins: string[]): Promise<string[]> => Promise.all(logins.map((login) => world.idOf(login)));
    expect(await atEnd('pupil')).toEqual([]);
    world.clock.set('2025-11-26T04:00:00Z');
    const moved = WORLD.filter((one) => !isTieOf(one, 'tom.petit'));
    await world.sync([...moved, member('tom.petit', 'CM1', TILLEULS)]);
    world.clock.set('2025-11-27T04:00:00Z');
    await world.sync([...without(moved, 'CM2 A'), kin('ines.blanc', 'lea.petit')]);
    expect(await atEnd('pupil')).toEqual(await ids('lea.petit'));
    expect(await atEnd('guardian')).toEqual((await ids('anne.petit', 'ines.blanc')).sort());
    expect(await atEnd('teacher')).toEqual((await ids('nina.prof', 'paul.durand')).sort());
    expect([await atEnd('pupil', VAL), await atEnd('head')]).toEqual([[], []]);
    world.clock.set('2026-09-15T04:00:00Z');
    expect(await atEnd('pupil')).toEqual([]);
  });

  test('a group that its directory names again has not ended', async () => {
    world.clock.set('2025-11-26T04:00:00Z');
    await world.sync(RENAMED);
    world.clock.set('2025-11-27T04:00:00Z');
    await world.sync(WORLD);
    expect(await all()).toEqual([
      'lea.petit: pupil of CM2 B',
      'tom.petit: pupil of CM2 B',
      'paul.durand: teacher of CM2 B',
      'sam.bureau: head of CM2 B',
    ]);
  });

  test('T8: a class that is emptied first, and dropped later or never, is past for those who left it last', async () => {
    world.clock.set('2025-11-26T04:00:00Z');
    const emptied = [...RENAMED, group('CM2 A', TILLEULS)];
    await world.sync(emptied);
    expect(await all()).toEqual(AT_END);
    // The guard keeps former memberships for a week.
    world.clock.advance(20 * DAY_MS);
    await forget();
    expect(await all()).toEqual(AT_END);
    await world.sync(RENAMED);
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    await world.sync(emptied);
    expect(await all()).toEqual(AT_END);
  });

  test.each([
    ['dropped', RENAMED],
    ['emptied', [...RENAMED, group('CM2 A', TILLEULS), member('paul.durand', 'CM2 A', TILLEULS, 'teacher')]],
  ])('T8: the key of a class that was %s names another class once others fill it', async (_how, over) => {
    world.clock.set('2025-11-26T04:00:00Z');
    const classOf = async (login: string): Promise<string[]> => {
      const ties = await world.directory.ties(await world.idOf(login), TILLEULS);
      return ties.map((tie) => tie.group).flatMap(({ id, name }) => (name === 'CM2 A' ? [id] : []));
    };
    const [first] = await classOf('lea.petit');
    await world.sync(over);
    world.clock.advance(10 * DAY_MS);
    const taught = member('paul.durand', 'CM2 A', TILLEULS, 'teacher');
    const filled = [
      ...without(over, 'CM2 A'),
      group('CM2 A', TILLEULS),
      taught,
      member('ida.blanc', 'CM2 A', TILLEULS),
    ];
    await world.sync(filled);
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    const [second] = await classOf('ida.blanc');
    expect(second).not.toBe(first);
    expect(await classOf('paul.durand')).toEqual([second]);
    await world.sync(filled);
    expect(await classOf('ida.blanc')).toEqual([second]);
  });

  /** The classes of a person: ids by name. */
  async function classesOf(login: string): Promise<Record<string, string>> {
    const ties = await world.directory.ties(await world.idOf(login), TILLEULS);
    return Object.fromEntries(ties.map(({ group: { id, name } }) => [name, id]));
  }

  test.each([
    ['all', []],
    ['all but one', ['lea.petit']],
  ])('T8: a class of which %s leave in the sync in which others come is another one', async (_how, stay) => {
    const more = MORE.map((login) => person(login, 'pupil', TILLEULS));
    const classes = (login: string, name: string): DirectoryRecord => member(login, name, TILLEULS);
    await world.sync([...WORLD, ...more, classes('ugo.brun', 'CM2 A')]);
    const first = (await classesOf('lea.petit'))['CM2 A'];
    world.clock.set('2026-02-26T04:00:00Z');
    const left = ['lea.petit', 'tom.petit', 'ugo.brun'].filter((login) => !stay.includes(login));
    const next = [
      ...WORLD.filter((one) => one.type !== 'membership' || !left.includes(one.person) || one.group === 'Chorale'),
      ...more,
      ...left.map((login) => classes(login, 'CM1')),
      ...['ida.blanc', 'eva.roux', 'noe.roux'].map((login) => classes(login, 'CM2 A')),
    ];
    await world.sync(next.filter((one) => one.type !== 'membership' || one.person !== 'nina.prof'));
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    expect(await pastTies('ugo.brun')).toEqual([['CM2 A', 'pupil']]);
    for (const login of ['eva.roux', 'noe.roux']) expect(await pastTies(login)).toEqual([]);
    const second = (await classesOf('eva.roux'))['CM2 A'];
    expect(second).not.toBe(first);
    for (const login of ['ida.blanc', 'paul.durand', ...stay]) {
      expect(await classesOf(login)).toMatchObject({ 'CM2 A': second });
    }
    for (const login of left) expect(await classesOf(login)).not.toHaveProperty('CM2 A');
    await world.sync(next);
    expect((await classesOf('eva.roux'))['CM2 A']).toBe(second);
    // A pupil who left the first one never left the second.
    await world.sync(without(next, 'CM2 A'));
    expect(await pastTies('ugo.brun')).toEqual([['CM2 A', 'pupil']]);
    expect(await pastTies('eva.roux')).toEqual([['CM2 A', 'pupil']]);
  });

  test('T8: a class that half of its pupils leave in the sync in which somebody comes is the same class', async () => {
    const first = (await classesOf('lea.petit'))['CM2 A'];
    world.clock.set('2026-02-26T04:00:00Z');
    const stayed = WORLD.filter((one) => one.type !== 'membership' || one.person !== 'tom.petit');
    await world.sync([...stayed, member('tom.petit', 'CM1', TILLEULS), member('ida.blanc', 'CM2 A', TILLEULS)]);
    expect(await classesOf('lea.petit')).toMatchObject({ 'CM2 A': first });
    expect(await classesOf('ida.blanc')).toMatchObject({ 'CM2 A': first });
    expect(await all()).toEqual([]);
  });

  /** Pupils of CM1, so that the guard does not ask. */
  const OTHERS = Array.from({ length: 12 }, (_, index) => `max.a${index}`).flatMap((login) => {
    return [person(login, 'pupil', TILLEULS), member(login, 'CM1', TILLEULS)];
  });
  const MORE = ['ugo.brun', 'noe.roux', 'eva.roux'];
  const ALL = ['ugo.brun', 'tom.petit', 'noe.roux', 'lea.petit', 'ida.blanc', 'eva.roux'];

  /** Eva leaves a week earlier; Ugo moves first and Léa last, and Ida goes to CM1 meanwhile. */
  async function moveOneByOne(days: number): Promise<void> {
    const classes = new Map(ALL.map((login) => [login, 'CM2 A']));
    const rest = [
      ...WORLD.filter((one) => one.type !== 'membership' || one.group === 'Chorale'),
      ...OTHERS,
      ...MORE.map((login) => person(login, 'pupil', TILLEULS)),
      group('CM2 B', TILLEULS),
    ];
    const move = async (login: string, name: string): Promise<void> => {
      classes.set(login, name);
      await world.sync([...rest, ...[...classes].map(([pupil, of]) => member(pupil, of, TILLEULS))]);
    };
    await move('lea.petit', 'CM2 A');
    world.clock.set('2025-11-26T04:00:00Z');
    await move('eva.roux', 'CM2 B');
    world.clock.advance(9 * DAY_MS);
    for (const login of ['ugo.brun', 'ida.blanc', 'tom.petit', 'noe.roux', 'lea.petit']) {
      await move(login, login === 'ida.blanc' ? 'CM1' : 'CM2 B');
      world.clock.advance(days * DAY_MS);
    }
  }

  async function formerPupils(): Promise<string[]> {
    const found = await Promise.all(ALL.map(async (login) => ((await pastTies(login)).length > 0 ? [login] : [])));
    return found.flat();
  }

  test.each([
    ['quickly', 1, ['ugo.brun', 'tom.petit', 'noe.roux', 'lea.petit']],
    ['slowly', 3, ['tom.petit', 'noe.roux', 'lea.petit']],
  ])('T8: a class that moves to another key %s is past for all that moved in the last days', async (_, days, moved) => {
    await moveOneByOne(days);
    expect(await formerPupils()).toEqual(moved);
    world.clock.advance(20 * DAY_MS);
    await forget();
    expect(await formerPupils()).toEqual(moved);
  });

  test('T8: a class that goes to one where others are already is past for those that left last alone', async () => {
    const rest = [...without(WORLD, 'CM2 A'), group('CM2 A', TILLEULS), ...OTHERS];
    const sync = (lea: string, tom: string): Promise<unknown> =>
      world.sync([...rest, member('lea.petit', lea, TILLEULS), member('tom.petit', tom, TILLEULS)]);
    await sync('CM2 A', 'CM2 A');
    world.clock.set('2025-11-26T04:00:00Z');
    await sync('CM2 A', 'CM1');
    world.clock.advance(DAY_MS);
    await sync('CM1', 'CM1');
    expect(await formerPupils()).toEqual(['lea.petit']);
  });

  test('T8: a class that loses its members one after another, and has most of them again, is the same class', async () => {
    const idOfClass = async (): Promise<string | undefined> => {
      const ties = await world.directory.ties(await world.idOf('lea.petit'), TILLEULS);
      return ties.find((tie) => tie.group.name === 'CM2 A')?.group.id;
    };
    const ida = member('ida.blanc', 'CM2 A', TILLEULS);
    await world.sync([...WORLD, ida]);
    const first = await idOfClass();
    world.clock.set('2025-11-26T04:00:00Z');
    await world.sync([...RENAMED, group('CM2 A', TILLEULS), ida]);
    world.clock.set('2025-11-27T04:00:00Z');
    await world.sync(RENAMED);
    world.clock.set('2025-11-28T04:00:00Z');
    await world.sync(WORLD);
    expect(await idOfClass()).toBe(first);
  });

  test.each(['lea.petit', 'paul.durand'])(
    'T8: %s, whom the directory left out for the night in which the class moved, has what the others have',
    async (login) => {
      const without = (records: DirectoryRecord[]): DirectoryRecord[] =>
        records.filter((one) => !(one.type === 'person' && one.key === login) && !isTieOf(one, login));
      world.clock.set('2025-11-26T04:00:00Z');
      await world.sync(without(WORLD));
      world.clock.advance(DAY_MS);
      await world.sync(without(RENAMED));
      world.clock.advance(DAY_MS);
      await world.sync(RENAMED);
      expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
      world.clock.advance(20 * DAY_MS);
      await forget();
      expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
    },
  );

  test.each([
    [11, AT_END],
    [13, ['tom.petit: pupil of CM2 A']],
  ])(
    'T8: a class that ends %i hours after its first members left is past for those of twelve hours',
    async (hours, past) => {
      const out = (one: DirectoryRecord): boolean => one.type === 'membership' && one.group === 'CM2 A';
      world.clock.set('2026-07-05T04:00:00Z');
      await world.sync(WORLD.filter((one) => !out(one) || isTieOf(one, 'tom.petit')));
      expect(await all()).toEqual([]);
      world.clock.advance(hours * HOUR_MS);
      await world.sync(WORLD.filter((one) => !out(one)));
      expect(await all()).toEqual(past);
      world.clock.advance(20 * DAY_MS);
      await forget();
      expect(await all()).toEqual(past);
    },
  );

  test('T8: a class that is split in two syncs of a morning is past for both halves', async () => {
    world.clock.set('2025-11-26T04:00:00Z');
    const rest = [...without(WORLD, 'CM2 A'), group('CM2 B', TILLEULS), member('lea.petit', 'CM2 B', TILLEULS)];
    const taught = member('paul.durand', 'CM2 B', TILLEULS, 'teacher');
    await world.sync([...rest, taught, group('CM2 A', TILLEULS), member('tom.petit', 'CM2 A', TILLEULS)]);
    world.clock.advance(HOUR_MS);
    await world.sync([...rest, taught, group('CM2 C', TILLEULS), member('tom.petit', 'CM2 C', TILLEULS)]);
    expect(await all()).toEqual([...AT_END, 'sam.bureau: head of CM2 A']);
  });
});
