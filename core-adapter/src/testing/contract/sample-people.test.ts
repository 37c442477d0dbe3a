// SPDX-License-Identifier: EUPL-1.2
import { openTestHost } from '../start-test-host.js';
import { SAMPLE_PEOPLE } from './sample-people.js';

test('the hand-written sample lists exactly the persons of the directory', async () => {
  const { host, ids, stop } = await openTestHost({ bricks: [] });
  try {
    for (const { role, school, profiles, ties } of SAMPLE_PEOPLE) {
      const person = await ids.person(role);
      const here = (await host.directory.schoolsOf(person)).find((one) => one.school.uai === school);
      expect([role, here?.profiles.toSorted()]).toEqual([role, profiles.toSorted()]);
      const names = { cm1: ids.cm1, cm2: ids.cm2, sixthA: ids.sixthA } as const;
      const expected = Object.entries(ties).map(([name, profile]) => [names[name as keyof typeof names], profile]);
      const found = (await host.directory.ties(person, school)).map(({ group, profile }) => [group.id, profile]);
      expect([role, found]).toEqual([role, expected]);
    }
    const roles = SAMPLE_PEOPLE.map(({ role }) => role);
    const both = roles.filter((role, index) => roles.indexOf(role) !== index);
    expect(both).toEqual(['teacherInBothSchools', 'guardianInBothSchools']);
  } finally {
    await stop();
  }
});
