// SPDX-License-Identifier: EUPL-1.2
import type { Permission, ResourceScope } from '../../api/access.js';
import { PROFILES, type Profile } from '../../api/people.js';
import { userAccess, type JudgedAccess } from '../../host/domain/access/user-access.js';
import { userRelations } from '../../host/domain/access/user-relations.js';
import type { GroupRelation } from '../../host/domain/directory/group-relations.js';
import { CLASSMATE_ROLES, ROLES, SCHOOL, type Role } from '../sample-directory.js';
import { startTestHost } from '../start-test-host.js';
import { mayUse, type SampleIds } from './expectation.js';
import { SAMPLE_PEOPLE, type SamplePerson } from './sample-people.js';

const { host, ids } = await startTestHost({ bricks: [] });
const { cm1, cm2, ce2, sixthA } = ids;
const CLASSES = { cm1, cm2, ce2, sixthA } as const;
const persons = new Map<Role, string>();
for (const role of [...ROLES, ...CLASSMATE_ROLES]) persons.set(role, await ids.person(role));
const idOf = (role: Role): string => persons.get(role) ?? '';
const sampleIds: SampleIds = {
  classOf: (id) => (['cm1', 'cm2', 'ce2', 'sixthA'] as const).find((name) => CLASSES[name] === id),
  personOf: idOf,
};

test('the hand-written sample lists exactly the persons of the directory', async () => {
  for (const { role, school, profiles, ties, past, children } of SAMPLE_PEOPLE) {
    const person = idOf(role);
    const there = (await host.directory.schoolsOf(person)).find((one) => one.school.uai === school);
    expect([role, there?.profiles.toSorted()]).toEqual([role, profiles.toSorted()]);
    const listed = (some: typeof ties): unknown =>
      Object.entries(some).map(([name, profile]) => [CLASSES[name as keyof typeof CLASSES], profile]);
    const found = (some: readonly GroupRelation[]): unknown => some.map(({ group, profile }) => [group.id, profile]);
    expect([role, found(await host.directory.ties(person, school))]).toEqual([role, listed(ties)]);
    expect([role, found(await host.directory.pastTies(person, school))]).toEqual([role, listed(past)]);
    const pupils = (await host.directory.childrenOf(person)).filter(({ schools }) =>
      schools.some(({ uai }) => uai === school),
    );
    expect([role, pupils.map(({ id }) => id)]).toEqual([role, children.map(idOf)]);
  }
  const roles = SAMPLE_PEOPLE.map(({ role }) => role);
  const both = roles.filter((role, index) => roles.indexOf(role) !== index);
  expect(both).toEqual(['teacherInBothSchools', 'guardianInBothSchools']);
});

const FAMILIES: Profile[] = ['pupil', 'guardian', 'teacher', 'head'];
const STAFF: Profile[] = ['teacher', 'head'];

/** The permissions that a livret, a drive and messages need. */
const PERMISSIONS = {
  'livret.read': { profiles: FAMILIES },
  'livret.write': { profiles: ['teacher'] },
  'livret.visa': { profiles: ['head'] },
  'livret.acknowledge': { profiles: ['guardian'] },
  'files.read': { profiles: FAMILIES, past: true },
  'files.write': { profiles: ['teacher'] },
  'files.change': { profiles: ['pupil', 'teacher'] },
  'files.team': { profiles: STAFF },
  'files.own': { profiles: ['pupil', 'teacher', 'head', 'staff'] },
  'school.read': { profiles: PROFILES },
  'school.change': { profiles: ['teacher', 'head', 'staff'] },
  'work.handIn': { profiles: ['pupil'] },
  'messages.read': { profiles: PROFILES },
  'messages.write': { profiles: PROFILES, everywhere: ['teacher', 'head', 'staff'] },
  'messages.moderate': { profiles: STAFF },
  'messages.reports': { profiles: ['head'] },
} satisfies Record<string, Permission>;
type Name = keyof typeof PERMISSIONS;

const COLUMNS: readonly (readonly Role[])[] = [
  ['teacher', 'teacherInBothSchools'],
  ['teacherOfOtherClass'],
  ['lastYearsTeacher'],
  ['head'],
  ['staff'],
  ['pupil'],
  ['classmate'],
  ['pupilOfOtherClass'],
  ['guardian', 'guardianInBothSchools'],
  ['guardianOfClassmate'],
  ['guardianOfOtherClass'],
];
const P = { pupilId: idOf('pupil') };
const OWN = { ownerId: idOf('pupil') };
const CM1 = { groupId: cm1 };
const CE2 = { groupId: ce2 };

// The answer for each person, written by hand: + allowed, - 404, x 403 (without the permission, or related by another profile).
// prettier-ignore
const ROWS: readonly (readonly [what: string, Name, ResourceScope, expected: string])[] = [
  //                                                                    teacher other last head staff pupil mate other guard. mate's other
  ['a draft of a report, read', 'livret.read', { ...P, visibleTo: STAFF },        ' +  -   -    +    x     -    -    -     -     -     -'],
  ['a draft of a report, written', 'livret.write', { ...P, visibleTo: STAFF },    ' +  -   -    x    x     x    x    x     x     x     x'],
  ['a new report', 'livret.write', P,                                             ' +  -   -    x    x     x    x    x     x     x     x'],
  ['the visa of a report', 'livret.visa', { ...P, visibleTo: STAFF },             ' x  x   x    +    x     x    x    x     x     x     x'],
  ['a published report, read', 'livret.read', P,                                  ' +  -   -    +    x     +    -    -     +     -     -'],
  ['a published report, acknowledged', 'livret.acknowledge', P,                   ' x  x   x    x    x     x    x    x     +     -     -'],
  ['a report, in 5e', 'livret.read', { ...P, visibleTo: ['pupil', 'guardian', 'head'] },
                                                                                  ' -  -   -    +    x     +    -    -     +     -     -'],
  ['files of a pupil', 'files.own', OWN,                                          ' -  -   -    -    -     +    -    -     x     x     x'],
  ['files of staff', 'files.own', { ownerId: idOf('staff') },                     ' -  -   -    -    +     -    -    -     x     x     x'],
  ['files of a class, for families', 'files.read', CM1,                           ' +  -   -    +    x     +    +    -     +     +     -'],
  ['files of a class, for pupils', 'files.read', { ...CM1, visibleTo: ['pupil', ...STAFF] },
                                                                                  ' +  -   -    +    x     +    +    -     -     -     -'],
  ['files of a class, for teachers', 'files.read', { ...CM1, visibleTo: STAFF },  ' +  -   -    +    x     -    -    -     -     -     -'],
  ['files of a class, changed', 'files.write', CM1,                               ' +  -   -    x    x     x    x    x     x     x     x'],
  ['an open folder, added to', 'files.change', CM1,                               ' +  -   -    x    x     +    +    -     x     x     x'],
  ['an own file in it, changed', 'files.change', { ...CM1, ...OWN },              ' +  -   -    x    x     +    -    -     x     x     x'],
  ['a drop box', 'files.read', { ...CM1, ...OWN, visibleTo: STAFF },              ' +  -   -    +    x     +    -    -     -     -     -'],
  ['the team', 'files.team', CM1,                                                 ' +  -   -    +    x     x    x    x     x     x     x'],
  ['the team, by visibleTo', 'files.read', { ...CM1, visibleTo: STAFF },          ' +  -   -    +    x     -    -    -     -     -     -'],
  ['the school, for all', 'school.read', { schoolWide: true },                    ' +  +   +    +    +     +    +    +     +     +     +'],
  ['the school, for adults', 'school.read', { schoolWide: true, visibleTo: [...STAFF, 'staff'] },
                                                                                  ' +  +   +    +    +     -    -    -     -     -     -'],
  ['the school, changed', 'school.change', { schoolWide: true, ownerId: idOf('staff') },
                                                                                  ' -  -   -    +    +     x    x    x     x     x     x'],
  ['a work, read', 'files.read', { ...CM1, ...P },                                ' +  -   -    +    x     +    -    -     +     -     -'],
  ['a work, before its date', 'files.read', { ...CM1, ...P, visibleTo: STAFF },   ' +  -   -    +    x     -    -    -     -     -     -'],
  ['a work, handed in', 'work.handIn', { ...CM1, ...P },                          ' x  x   x    x    x     +    -    -     x     x     x'],
  ['a work, given back', 'files.write', { ...CM1, ...P },                         ' +  -   -    x    x     x    x    x     x     x     x'],
  ['a work of last year, read', 'files.read', { ...CE2, ...P },                   ' -  -   +    +    x     +    -    -     +     -     -'],
  ['a work of last year, given back', 'files.write', { ...CE2, ...P },            ' -  -   -    -    x     x    x    x     x     x     x'],
  ['a class of last year, read', 'files.read', CE2,                               ' -  -   +    +    x     -    -    -     -     -     -'],
  ['a class of last year, changed', 'files.write', CE2,                           ' -  -   -    -    x     x    x    x     x     x     x'],
  ['a copy of a message', 'messages.read', { ownerId: idOf('guardianOfClassmate') },
                                                                                  ' -  -   -    -    -     -    -    -     -     +     -'],
  ['a draft to a class', 'messages.write', CM1,                                   ' +  +   +    +    +     +    +    -     +     +     -'],
  ['a draft to a class of last year', 'messages.write', CE2,                      ' -  -   -    -    -     -    -    -     -     -     -'],
  ['everywhere, with a pupil', 'messages.write', { ...CM1, ...P },                ' +  -   -    +    -     +    -    -     +     -     -'],
  ['a held message, at first', 'messages.moderate', { ...CM1, visibleTo: ['teacher'] },
                                                                                  ' +  -   -    -    x     x    x    x     x     x     x'],
  ['a held message, after 3 days', 'messages.moderate', { ...CM1, visibleTo: STAFF },
                                                                                  ' +  -   -    +    x     x    x    x     x     x     x'],
  ['a report about a message', 'messages.reports', { schoolWide: true, visibleTo: ['head'] },
                                                                                  ' x  x   x    +    x     x    x    x     x     x     x'],
  ['a pupil of another school', 'livret.read', { pupilId: idOf('pupilOfOtherSchool') },
                                                                                  ' -  -   -    -    x     -    -    -     -     -     -'],
  ['a guardian as a pupil', 'livret.read', { pupilId: idOf('guardian') },         ' -  -   -    -    x     -    -    -     -     -     -'],
  ['a class and a pupil of another school', 'files.read', { ...CM1, pupilId: idOf('pupilOfOtherSchool') },
                                                                                  ' -  -   -    -    x     -    -    -     -     -     -'],
  ['a class and no pupil', 'files.read', { ...CM1, pupilId: null },               ' -  -   -    -    x     -    -    -     -     -     -'],
  ['the school and no owner', 'school.change', { schoolWide: true, ownerId: null },
                                                                                  ' -  -   -    -    -     x    x    x     x     x     x'],
  ['a class, its owner not read', 'files.read', { ...CM1, ownerId: undefined } as unknown as ResourceScope,
                                                                                  ' -  -   -    -    x     -    -    -     -     -     -'],
  ['a class of another school', 'messages.write', { groupId: sixthA },            ' -  -   -    -    -     -    -    -     -     -     -'],
  ['nothing', 'school.read', { groupId: null, ownerId: null },                    ' -  -   -    -    -     -    -    -     -     -     -'],
];

const accesses = new Map<SamplePerson, JudgedAccess>(
  SAMPLE_PEOPLE.map((person) => {
    const user = { id: idOf(person.role), profiles: person.profiles };
    return [
      person,
      userAccess(
        PERMISSIONS,
        user,
        userRelations(host.directory, user, { uai: person.school, timeZone: 'Europe/Paris' }),
      ),
    ];
  }),
);

async function answered(person: SamplePerson, permission: Name, scope: ResourceScope): Promise<string> {
  const access = accesses.get(person);
  if ((await access?.judge(permission)) !== 'allowed') return 'x';
  const judgement = await access?.judge(permission, scope);
  return judgement === 'allowed' ? '+' : judgement === 'forbidden' ? 'x' : '-';
}

describe('the host answers each person of the sample as a livret, a drive and messages need', () => {
  test.each(ROWS)('%s (%s)', async (_, permission, scope, expected) => {
    const found: string[] = [];
    for (const roles of COLUMNS) {
      const people = SAMPLE_PEOPLE.filter(({ role, school }) => roles.includes(role) && school === SCHOOL);
      const answers = await Promise.all(people.map((person) => answered(person, permission, scope)));
      found.push([...new Set(answers)].join('/'));
    }
    expect(found).toEqual(expected.trim().split(/\s+/));
  });
});

test('the host and the hand-written table of the contract suite agree, in both schools', async () => {
  const anyOf = (values: readonly string[]): (string | null | undefined)[] => [undefined, null, ...values];
  const people = ['pupil', 'classmate', 'pupilOfOtherSchool', 'guardian', 'teacherInBothSchools'] as const;
  const scopes = anyOf(Object.values(CLASSES)).flatMap((groupId) =>
    anyOf(people.map(idOf)).flatMap((ownerId) =>
      anyOf(people.map(idOf)).flatMap((pupilId) =>
        [undefined, true as const].flatMap((schoolWide) =>
          [undefined, STAFF].map((visibleTo): ResourceScope => ({
            ...(groupId !== undefined && { groupId }),
            ...(ownerId !== undefined && { ownerId }),
            ...(pupilId !== undefined && { pupilId }),
            ...(schoolWide && { schoolWide }),
            ...(visibleTo && { visibleTo }),
          })),
        ),
      ),
    ),
  );
  const names: readonly Name[] = ['files.read', 'files.change', 'messages.write', 'livret.acknowledge'];
  for (const [person, access] of accesses) {
    for (const name of names) {
      const allowed = new Set(await access.filter(name, scopes));
      const expected = scopes.filter((scope) => mayUse(PERMISSIONS[name], person, [scope], sampleIds));
      expect([person.role, name, [...allowed]]).toEqual([person.role, name, expected]);
    }
  }
});
