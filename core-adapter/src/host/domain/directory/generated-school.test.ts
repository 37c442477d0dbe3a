// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { PROFILES, type Profile } from '../../../api/people.js';
import { isQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { TILLEULS } from '../sync/testing/records-for-tests.js';
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

  test('audiences of groups are the people with that tie, or who had it when the group ended', () =>
    inEachSchool(async () => {
      const tied = new Set<string>();
      for (const id of PEOPLE) {
        const ties = await world.directory.ties(id, TILLEULS);
        const former = await world.directory.formerTies(id, TILLEULS);
        for (const { group, profile } of [...ties, ...former]) {
          if (profile !== 'head' || group.kind !== 'class') tied.add(`${id}, ${profile} of ${group.id}`);
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
});
