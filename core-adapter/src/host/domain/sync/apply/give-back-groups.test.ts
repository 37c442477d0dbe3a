// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import { onceInQuickRun } from '../../../../testing/full-run.js';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { newId } from '../../../infra/database/new-id.js';
import { DirectoryForTests, WORLD } from '../../directory/directory-for-tests.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { StandInRow } from '../../directory/stand-in.entity.js';
import { group, member, person, TILLEULS } from '../testing/records-for-tests.js';

const FIRST = ['lea.petit', 'tom.petit', 'ugo.brun', 'eva.roux'];
const SECOND = ['ida.blanc', 'noe.roux', 'mia.noir', 'jo.noir'];

/** Pupils of CM1, so that the guard does not ask. */
const OTHERS = Array.from({ length: 12 }, (_, index) => `max.a${index}`);
const IN_WORLD = new Set(WORLD.flatMap((one) => (one.type === 'person' ? [one.key] : [])));
const REST: DirectoryRecord[] = [
  ...WORLD.filter((one) => one.type !== 'membership' || one.role === 'teacher'),
  group('CM2 B', TILLEULS),
  // A choir of the same pupils is no other class: it says nothing about where they are.
  group('Chorale', TILLEULS, { kind: 'option' }),
  ...FIRST.map((login) => member(login, 'Chorale', TILLEULS)),
  ...[...FIRST, ...SECOND, ...OTHERS]
    .filter((login) => !IN_WORLD.has(login))
    .map((login) => person(login, 'pupil', TILLEULS)),
];

describe.each(bothDatabases())('a class that its directory names again on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let world: DirectoryForTests;
  let first: Record<string, string>;
  let second: Record<string, string>;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
    await place(FIRST, SECOND);
    first = await classesOf('lea.petit');
    second = await classesOf('ida.blanc');
  });

  afterEach(() => world.database.drop());

  /** Syncs an hour later, with these pupils in CM2 A, in CM2 B and, beside the others, in CM1. */
  async function place(a: readonly string[], b: readonly string[], one: readonly string[] = []): Promise<void> {
    world.clock.advance(3_600_000);
    const classes = Object.entries({ 'CM2 A': a, 'CM2 B': b, CM1: [...OTHERS, ...one] });
    const members = classes.flatMap(([name, pupils]) => pupils.map((pupil) => member(pupil, name, TILLEULS)));
    await world.sync([...REST, ...members]);
  }

  /** The classes of a person: ids by name. */
  async function classesOf(login: string): Promise<Record<string, string>> {
    const ties = await world.directory.ties(await world.idOf(login), TILLEULS);
    const classes = ties.filter((tie) => tie.group.kind === 'class');
    return Object.fromEntries(classes.map(({ group: { id, name } }) => [name, id]));
  }

  /** The ids of the classes of CM2 that ended with the person in it. */
  async function pastOf(login: string): Promise<string[]> {
    const ties = await world.directory.pastTies(await world.idOf(login), TILLEULS);
    return ties.flatMap((tie) => (tie.group.name.startsWith('CM2') ? [tie.group.id] : []));
  }

  async function expectAllAsBefore(): Promise<void> {
    for (const login of FIRST) expect(await classesOf(login)).toEqual(first);
    for (const login of SECOND) expect(await classesOf(login)).toEqual(second);
    expect((await classesOf('paul.durand'))['CM2 A']).toBe(first['CM2 A']);
  }

  testOnce.each([
    ['at once', [[]]],
    ['one after another', [FIRST.slice(0, 3), FIRST.slice(0, 2), FIRST.slice(0, 1), []]],
  ])('a class that is lost %s and comes back one pupil after another is the same class', async (_how, losses) => {
    const { manager } = world.database.dataSource;
    const [groupId, now] = [first['CM2 A'] ?? '', world.clock.now()];
    const until = new Date(now.getTime() + 30 * 86_400_000);
    const replacement = { uai: TILLEULS, groupId, personId: await world.idOf('marc.evrard'), from: now, until };
    await manager.insert(StandInRow, { ...replacement, id: newId(), addedBy: 'head', addedAt: now });
    // Another directory goes on naming a class of theirs.
    const [here] = await manager.findBy(GroupRow, { id: groupId });
    const elsewhere = { ...here, id: newId(), source: 'onde', name: 'CM2 of ONDE' };
    await manager.insert(GroupRow, elsewhere);
    for (const login of FIRST) {
      const personId = await world.idOf(login);
      await manager.insert(MembershipRow, { groupId: elsewhere.id, personId, role: 'member' });
    }
    first = await classesOf('lea.petit');
    for (const left of losses) await place(left, SECOND);
    for (let count = 1; count <= FIRST.length; count += 1) {
      const back = FIRST.slice(-count);
      await place(back, SECOND);
      for (const login of back) expect(await classesOf(login)).toEqual(first);
    }
    await expectAllAsBefore();
    for (const login of FIRST) expect(await pastOf(login)).toEqual([]);
    expect(await manager.countBy(GroupRow, { name: 'CM2 A' })).toBe(1);
    expect(await manager.findOneByOrFail(StandInRow, { groupId })).toMatchObject({ until });
  });

  test.each([
    ['at once', [[FIRST, SECOND]]],
    [
      'one after another',
      [
        [[...SECOND, ...FIRST.slice(0, 2)], FIRST.slice(2)],
        [
          [...SECOND.slice(0, 1), ...FIRST.slice(0, 2)],
          [...FIRST.slice(2), ...SECOND.slice(1)],
        ],
        [[...SECOND.slice(0, 1), ...FIRST], SECOND.slice(1)],
        [FIRST, SECOND],
      ],
    ],
  ])('T8: two classes that were filled with each other are the same again, put right %s', async (_how, steps) => {
    await place([], []);
    await place(SECOND, FIRST);
    const mixed = await classesOf('ida.blanc');
    const { manager } = world.database.dataSource;
    const [groupId, from] = [mixed['CM2 A'] ?? '', world.clock.now()];
    const until = new Date(from.getTime() + 30 * 86_400_000);
    const replacement = { uai: TILLEULS, groupId, personId: await world.idOf('marc.evrard'), from, until };
    await manager.insert(StandInRow, { ...replacement, id: newId(), addedBy: 'head', addedAt: from });
    expect(Object.values(mixed)).not.toEqual(Object.values(first));
    expect(await pastOf('ida.blanc')).toEqual(Object.values(second));
    for (const [a = [], b = []] of steps) {
      await place(a, b);
      // Nobody reads the class of the others meanwhile.
      for (const login of SECOND) {
        const reached = [...(await pastOf(login)), ...Object.values(await classesOf(login))];
        expect(reached).not.toContain(first['CM2 A']);
      }
    }
    await expectAllAsBefore();
    // The class of the mistake has ended, and nobody replaces a teacher there.
    const { until: ended } = await manager.findOneByOrFail(StandInRow, { groupId });
    expect(ended.getTime()).toBeLessThanOrEqual(world.clock.now().getTime());
    for (const login of [...FIRST, ...SECOND]) {
      const past = await pastOf(login);
      expect(past).not.toContain(first['CM2 A']);
      expect(past).not.toContain(second['CM2 B']);
    }
  });

  testOnce('T8: with somebody who never was in the class it is another one, until they have left', async () => {
    const [stranger = '', ...rest] = SECOND;
    await place([], SECOND);
    for (const back of [FIRST.slice(0, 1), FIRST]) {
      await place([...back, stranger], rest);
      expect(await classesOf(stranger)).not.toEqual(first);
      expect(await classesOf('lea.petit')).toEqual(await classesOf(stranger));
      expect(await pastOf('eva.roux')).toContain(first['CM2 A']);
      expect(await pastOf(stranger)).toEqual([]);
    }
    await place(FIRST, SECOND);
    await expectAllAsBefore();
    expect(await pastOf(stranger)).not.toContain(first['CM2 A']);
    // Of two groups with the same former members, the older one comes back.
    await place([], SECOND);
    const [another = '', ...others] = rest;
    await place([...FIRST.slice(0, 1), another], [stranger, ...others]);
    await place(FIRST, SECOND);
    await expectAllAsBefore();
  });

  testOnce('a class whose pupils are in another one keeps its key for most of them', async () => {
    await place([], SECOND, FIRST);
    for (const count of [1, 2]) {
      await place(FIRST.slice(0, count), SECOND, FIRST.slice(count));
      expect(await classesOf('lea.petit')).not.toEqual(first);
      // All still read the first one.
      for (const login of FIRST) expect(await pastOf(login)).toEqual(Object.values(first));
    }
    await place(FIRST.slice(0, 3), SECOND, FIRST.slice(3));
    for (const login of FIRST.slice(0, 3)) expect(await classesOf(login)).toEqual(first);
    expect(await classesOf('paul.durand')).toEqual(first);
  });
});
