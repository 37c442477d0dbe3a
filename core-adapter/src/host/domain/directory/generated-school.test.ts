// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { PROFILES, type Profile } from '../../../api/people.js';
import { isQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { TILLEULS } from '../sync/testing/records-for-tests.js';
import { GROUP_PROFILES } from './group-profiles.js';
import { DirectoryForTests } from './directory-for-tests.js';
import {
  anySchool,
  GROUPS,
  membersOf,
  PEOPLE,
  storeSchool,
  type GeneratedSchool,
} from './generated-school-for-tests.js';

const RUNS = { numRuns: isQuickRun() ? 12 : 40 };

/** An audience still has the guardians of a child that no source names any more; their ties are over. */
const withChildrenThere = anySchool.map((school) => {
  const children = new Set(school.kinships.map(({ childId }) => childId));
  return { ...school, disabled: school.disabled.filter((id) => !children.has(id)) };
});

describe.each(bothDatabases())('a generated school on $name', (kind) => {
  let world: DirectoryForTests;

  beforeAll(async () => {
    world = await DirectoryForTests.open(kind);
  });

  afterAll(() => world.database.drop());

  const inEachSchool = (
    check: (school: GeneratedSchool) => Promise<void>,
    schools: fc.Arbitrary<GeneratedSchool> = anySchool,
  ): Promise<void> =>
    fc.assert(
      fc.asyncProperty(schools, async (school) => {
        await storeSchool(school, world.database.dataSource.manager);
        await check(school);
      }),
      RUNS,
    );

  test('members: replacement teachers, heads who teach, classes of last year, ended attachments', () =>
    inEachSchool(async (school) => {
      const ecole = await world.directory.school(TILLEULS);
      const directory = ecole && world.directory.inSchool(ecole);
      for (const group of GROUPS) {
        for (const profile of PROFILES) {
          const found = await directory?.members(group.id, profile);
          const expected = group.uai === TILLEULS ? membersOf(school, group, profile) : [];
          expect([group.id, profile, found?.map(({ id }) => id)]).toEqual([group.id, profile, expected]);
        }
      }
    }));

  test('audiences of groups are the people with that tie or who had it when the group ended, and all heads and staff', () =>
    inEachSchool(async () => {
      const tied = new Set<string>();
      for (const id of PEOPLE) {
        const ties = await world.directory.ties(id, TILLEULS);
        const former = await world.directory.formerTies(id, TILLEULS);
        for (const { group, profile } of [...ties, ...former]) {
          if (GROUP_PROFILES.includes(profile)) tied.add(`${id}, ${profile} of ${group.id}`);
        }
        const here = (await world.directory.schoolsOf(id)).find(({ school }) => school.uai === TILLEULS);
        for (const profile of here?.profiles.filter((one) => !GROUP_PROFILES.includes(one)) ?? []) {
          for (const { id: groupId } of GROUPS) tied.add(`${id}, ${profile} of ${groupId}`);
        }
      }
      const reached = new Set<string>();
      for (const { id: groupId } of GROUPS) {
        const audience = await world.directory.audience(TILLEULS, { profiles: [], groupIds: [groupId] });
        for (const { id, profile } of audience) reached.add(`${id}, ${profile} of ${groupId}`);
        const heads: Profile[] = ['head', 'guardian'];
        const some = await world.directory.audience(TILLEULS, { profiles: heads, groupIds: [groupId] });
        expect(some).toEqual(audience.filter(({ profile }) => heads.includes(profile)));
      }
      expect([...reached].sort()).toEqual([...tied].sort());
    }, withChildrenThere));

  test('people and their numbers are those of the relations of the school', () =>
    inEachSchool(async () => {
      const ecole = await world.directory.school(TILLEULS);
      if (!ecole) throw new Error('The school is missing.');
      const directory = world.directory.inSchool(ecole);
      const { profiles, memberOf, teaches, childrenOf, groups } = await directory.relations();
      const holds = (id: string, profile: Profile): boolean => profiles.get(id)?.includes(profile) === true;
      const count = (check: (id: string) => boolean): number => PEOPLE.filter(check).length;
      const counts = await directory.countPeople();
      for (const profile of PROFILES) {
        const held = PEOPLE.filter((id) => holds(id, profile));
        expect([profile, await directory.people({ profiles: [profile] })]).toEqual([profile, held]);
        expect(counts.get(profile) ?? 0).toBe(held.length);
        for (const { id: group, schoolYear } of GROUPS) {
          const members = schoolYear < 2025 ? [] : (await directory.members(group, profile)).map(({ id }) => id);
          expect(await directory.people({ profiles: [profile], groups: [group] })).toEqual(members);
        }
      }
      const byGroup = [...groups.values()].map((group) => ({
        group,
        pupils: count((id) => holds(id, 'pupil') && memberOf.get(id)?.has(group.id) === true),
        teachers: count((id) => teaches.get(id)?.has(group.id) === true),
        guardians: count((id) => [...(childrenOf.get(id) ?? [])].some((child) => memberOf.get(child)?.has(group.id))),
      }));
      const some = byGroup.filter((row) => row.pupils + row.teachers + row.guardians > 0);
      const byId = (rows: typeof byGroup): Map<string, object> => new Map(rows.map((row) => [row.group.id, row]));
      expect(byId([...(await directory.countByGroup())])).toEqual(byId(some));
      const named = some.filter(({ group }) => group.id !== 'cm1');
      expect(byId([...(await directory.countByGroup(['cm2', 'choir', 'before', 'sixth']))])).toEqual(byId(named));
    }));

  test('the people around a person are those of their groups, those of the groups of their children, and their family', () =>
    inEachSchool(async ({ kinships }) => {
      const ecole = await world.directory.school(TILLEULS);
      if (!ecole) throw new Error('The school is missing.');
      const directory = world.directory.inSchool(ecole);
      const { profiles, memberOf, teaches } = await directory.relations();
      const groupsOf = (id: string): string[] => [...(memberOf.get(id) ?? []), ...(teaches.get(id) ?? [])];
      for (const person of PEOPLE) {
        const children = kinships.filter(({ guardianId }) => guardianId === person).map(({ childId }) => childId);
        const parents = kinships.filter(({ childId }) => childId === person).map(({ guardianId }) => guardianId);
        const groups = [person, ...children].flatMap(groupsOf);
        const expected = new Set([person, ...children, ...parents, ...(await directory.people({ groups }))]);
        const found = new Set(await directory.people({ around: person }));
        for (const id of expected) expect([person, id, found.has(id)]).toEqual([person, id, profiles.has(id)]);
        for (const id of found) expect(profiles.has(id)).toBe(true);
      }
    }));
});
