// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { audienceOf } from '../../http/school-context.js';
import { howReached } from '../activation/activation-rule.js';
import { group, member, person, TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { GROUP_PROFILES } from './group-profiles.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';
import { forgetFormerMemberships } from './forget-former-memberships.js';

const PERSONS = WORLD.flatMap((record) => (record.type === 'person' ? [record.key] : []));
const TEAM = ['lea.petit pupil', 'tom.petit pupil', 'anne.petit guardian', 'paul.durand teacher'];

/** The school names its CM2 by another key. */
const RENAMED: DirectoryRecord[] = [
  ...without(WORLD, 'CM2 A'),
  group('CM2 B', TILLEULS),
  ...['lea.petit', 'tom.petit'].map((pupil) => member(pupil, 'CM2 B', TILLEULS)),
  member('paul.durand', 'CM2 B', TILLEULS, 'teacher'),
];

describe.each(testDatabases())('the reach of a rule for a class that is over on $name', (kind) => {
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
    await world.attach('sam.bureau', TILLEULS, 'head');
  });

  afterEach(() => world.database.drop());

  /**
   * `lea.petit pupil`, with `over` for people that groups of former years alone reach; the console must announce the same people. The rule
   * names no head: groups do not restrict them.
   */
  async function reached(name: string, uai = TILLEULS): Promise<string[]> {
    const { directory, clock } = world;
    const groupIds = [await world.groupId(name)];
    const rule = { profiles: GROUP_PROFILES, groupIds, from: clock.now(), until: null };
    const found: string[] = [];
    const ids = new Set<string>();
    for (const login of PERSONS) {
      const id = await world.idOf(login);
      const place = (await directory.schoolsOf(id)).find(({ school }) => school.uai === uai);
      if (!place) continue;
      const { profiles } = place;
      const known = { profiles, timeZone: place.school.timeZone };
      const ties = audienceOf(await directory.ties(id, uai), await directory.formerTies(id, uai, known));
      expect(await directory.formerTies(id, uai)).toEqual(await directory.formerTies(id, uai, known));
      const reach = howReached([rule], { profiles, ties }, clock.now());
      if (!reach) continue;
      ids.add(id);
      found.push(...reach.profiles.map((profile) => `${login} ${profile}${reach.isFormer ? ' over' : ''}`));
    }
    const announced = await directory.audience(uai, rule);
    expect(new Set(announced.map(({ id }) => id))).toEqual(ids);
    return found;
  }

  const over = (persons: readonly string[]): string[] => persons.map((person) => `${person} over`);

  test('T8: a class that ends in November goes on reaching those who had it, as before', async () => {
    expect((await reached('CM2 A')).sort()).toEqual([...TEAM, 'nina.prof teacher'].sort());
    world.clock.set('2025-11-26T04:00:00Z');
    await world.sync(RENAMED);
    expect((await reached('CM2 A')).sort()).toEqual([...TEAM].sort());
    expect(await reached('CM1')).toEqual(['ida.blanc pupil', 'ines.blanc guardian']);
    expect(await reached('CM2 A', VAL)).toEqual([]);
  });

  test.each([
    ['keeps its classes in August', WORLD],
    ['drops its classes in July', without(WORLD, 'CM2 A')],
  ])(
    'T8: after 1 August it reaches them as former ones: families as long as the rule, teachers a year, when the directory %s',
    async (_, records) => {
      world.clock.set('2026-07-08T04:00:00Z');
      await world.sync([...records]);
      world.clock.set('2026-08-02T04:00:00Z');
      const families = TEAM.filter((one) => !one.endsWith('teacher'));
      expect(await reached('CM2 A')).toEqual(expect.arrayContaining(over(TEAM)));
      world.clock.set('2027-08-02T04:00:00Z');
      expect((await reached('CM2 A')).sort()).toEqual(over(families).sort());
      expect(await reached('CM2 A', VAL)).toEqual([]);
    },
  );

  test('T8: who had left the class before it ended has nothing by it', async () => {
    world.clock.set('2025-11-26T04:00:00Z');
    const moved = WORLD.filter((one) => !(one.type === 'membership' && one.person === 'tom.petit'));
    await world.sync([...moved, member('tom.petit', 'CM1', TILLEULS)]);
    world.clock.set('2025-11-27T04:00:00Z');
    await world.sync([...without(moved, 'CM2 A'), member('tom.petit', 'CM1', TILLEULS)]);
    expect(await reached('CM2 A')).not.toContain('tom.petit pupil');
    expect(await reached('CM2 A')).toContain('lea.petit pupil');
  });

  /** The directory without a person, and without the memberships of others in a class. */
  const withoutPerson = (login: string, name?: string): DirectoryRecord[] =>
    WORLD.filter((one) => {
      if (one.type === 'person') return one.key !== login;
      if (one.type === 'kinship') return one.child !== login;
      return one.type !== 'membership' || (one.person !== login && one.group !== name);
    });

  test.each([
    ['the others on 16 July', withoutPerson('lea.petit', 'CM2 A')],
    ['nobody else before August', withoutPerson('lea.petit')],
  ])('T8: whom the directory takes out on 5 July is reached in September as the others are: %s', async (_, last) => {
    world.clock.set('2026-07-05T04:00:00Z');
    await world.sync(withoutPerson('lea.petit'));
    expect(await reached('CM2 A')).not.toContain('lea.petit pupil');
    world.clock.set('2026-07-16T04:00:00Z');
    await world.sync(last);
    world.clock.advance(20 * 86_400_000);
    await forgetFormerMemberships(world.database.unitOfWork, world.clock.now());
    world.clock.set('2026-09-02T04:00:00Z');
    await world.sync(WORLD);
    expect(await reached('CM2 A')).toEqual(expect.arrayContaining(over(TEAM)));
    // No permission follows from it.
    expect(await world.directory.pastTies(await world.idOf('lea.petit'), TILLEULS)).toEqual([]);
  });

  test('T8: whoever leaves a class from 15 June on has nothing by it while the class goes on, or in another school', async () => {
    const [lea, tom] = [await world.idOf('lea.petit'), await world.idOf('tom.petit')];
    const stay = member('ida.blanc', 'CM2 A', TILLEULS);
    await world.sync([...WORLD, stay]);
    world.clock.set('2026-06-20T04:00:00Z');
    const moved = [
      ...withoutPerson('tom.petit').filter(({ type }) => type !== 'membership'),
      ...WORLD.filter((one) => one.type === 'membership' && !['lea.petit', 'tom.petit'].includes(one.person)),
      ...[person('tom.petit', 'pupil', VAL), member('tom.petit', '6e B', VAL), member('lea.petit', 'CM1', TILLEULS)],
      stay,
    ];
    await world.sync(moved);
    expect(await reached('CM2 A')).not.toContain('lea.petit pupil');
    world.clock.set('2026-07-08T04:00:00Z');
    await world.sync(moved.filter((one) => !(one.type === 'membership' && one.group === 'CM2 A')));
    expect(await world.directory.pastTies(lea, TILLEULS)).toEqual([]);
    world.clock.set('2026-09-02T04:00:00Z');
    const found = await reached('CM2 A');
    expect(found).toContain('lea.petit pupil over');
    expect(found.filter((one) => one.startsWith('tom.petit'))).toEqual([]);
    expect(await world.directory.formerTies(tom, TILLEULS)).toEqual([]);
    for (const uai of [TILLEULS, VAL]) expect(await world.directory.pastTies(tom, uai)).toEqual([]);
  });
});
