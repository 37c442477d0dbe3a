// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';
import { group, kin, member } from '../../../testing/directory-records.js';
import {
  OTHER_SCHOOL,
  ROLES,
  SAMPLE_RECORDS,
  sampleSourceWith,
  SCHOOL,
  type Role,
} from '../../../testing/sample-directory.js';
import { bootWebHost, type WebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { schoolContext, type SchoolContext } from '../../http/school-context.js';
import { reachedBy } from '../../pages/school/proposed-rules.js';
import { WHOLE_SCHOOL, type ActivationChoice } from './activation-choice.js';
import { servedProfiles } from './served-profiles.js';

const BEGIN = '2026-11-24T10:00:00.000Z';
const signal = new AbortController().signal;

let web: WebHost;

beforeAll(async () => {
  web = await bootWebHost({ bricks: [replyBrick] });
});
beforeEach(async () => {
  web.clock.set(BEGIN);
  for (const { id } of await web.host.activations.rules(SCHOOL, 'paper')) {
    await web.host.activations.endRule(SCHOOL, 'paper', id, 'cli');
  }
});
afterAll(() => web.stop());

async function groupId(name: string, uai = SCHOOL): Promise<string> {
  const found = (await web.host.directory.groups(uai)).find((group) => group.name === name);
  return found?.id ?? `no group ${name}`;
}

const enable = (changes: Partial<ActivationChoice>): Promise<unknown> =>
  web.host.activations.enable(SCHOOL, 'paper', 'cli', { ...WHOLE_SCHOOL, ...changes });

/** The roles for which `find` answers true in their school context. */
async function rolesThat(find: (visit: SchoolContext) => Promise<boolean>, uai: string): Promise<Role[]> {
  const { directory } = web.host;
  const roles: Role[] = [];
  for (const role of ROLES) {
    const person = await directory.personByLogin('ldap', role);
    if (!person) continue;
    const schools = await directory.schoolsOf(person.id);
    const visitor = { ...person, schools, administersPlatform: false };
    const visit = schoolContext(web.host, visitor, uai);
    if (visit && (await find(visit))) roles.push(role);
  }
  return roles.sort();
}

/** The roles that the brick reaches, including roles that it does not serve. */
function reached(uai = SCHOOL): Promise<Role[]> {
  return rolesThat(async (visit) => (await visit.inBrick('paper')) !== undefined, uai);
}

/** The roles that see the brick in the portal and the rail. */
function shown(uai = SCHOOL): Promise<Role[]> {
  return rolesThat(async (visit) => (await visit.bricks()).some(({ id }) => id === 'paper'), uai);
}

/** The roles in the audience that a head sees before deciding. */
async function announced(uai = SCHOOL): Promise<string[]> {
  const rules = await web.host.activations.rules(uai, 'paper');
  const ids = new Set((await web.host.directory.audience(uai, rules)).map(({ id }) => id));
  const people = await Promise.all(ROLES.map((role) => web.host.directory.personByLogin('ldap', role)));
  return ROLES.filter((_role, at) => ids.has(people[at]?.id ?? '')).sort();
}

/** The roles that the console counts: the part of the audience that the brick serves. */
async function counted(): Promise<Role[]> {
  const rules = await web.host.activations.rules(SCHOOL, 'paper');
  const people = await reachedBy(
    web.host.directory,
    { uai: SCHOOL, timeZone: 'Europe/Paris' },
    servedProfiles(replyBrick),
    rules,
  );
  const ids = new Set(people.map(({ id }) => id));
  const persons = await Promise.all(ROLES.map((role) => web.host.directory.personByLogin('ldap', role)));
  return ROLES.filter((_role, at) => ids.has(persons[at]?.id ?? '')).sort();
}

test('the audience announced to a head equals the persons reached, for each rule and for all rules together', async () => {
  const [cm1, cm2] = [await groupId('CM1'), await groupId('CM2')];
  const whom: Role[][] = [];
  for (const choices of [
    [{}],
    [{ profiles: ['head'] }],
    [{ groupIds: [cm1] }],
    [{ profiles: ['guardian', 'head'], groupIds: [cm2] }],
    [{ profiles: ['staff'], groupIds: [cm1, cm2] }],
    [{ profiles: ['pupil', 'guardian', 'teacher'], groupIds: [cm1] }],
    [{ profiles: ['pupil'], groupIds: [cm2] }, { profiles: ['head', 'staff'] }],
  ] satisfies Partial<ActivationChoice>[][]) {
    for (const choice of choices) await enable(choice);
    const here = await reached();
    expect(await announced()).toEqual(here);
    expect(await shown()).toEqual(await counted());
    whom.push(here);
    await web.host.activations.disable(SCHOOL, 'paper', 'cli');
    expect([await reached(), await announced()]).toEqual([[], []]);
  }
  const [everybody, ...some] = whom;
  expect(everybody).toHaveLength(ROLES.filter((role) => !role.endsWith('OfOtherSchool')).length);
  expect(some).toEqual([
    ['head'],
    ['guardian', 'guardianInBothSchools', 'head', 'pupil', 'staff', 'teacher', 'teacherInBothSchools'],
    ['guardianOfOtherClass', 'head'],
    ['staff'],
    ['guardian', 'guardianInBothSchools', 'pupil', 'teacher', 'teacherInBothSchools'],
    ['head', 'pupilOfOtherClass', 'staff'],
  ]);
});

test('a rule for a class is announced to a replacement teacher and reaches them, during their days alone', async () => {
  const { directory, standIns } = web.host;
  const school = await directory.school(SCHOOL);
  if (!school) throw new Error('the school is missing');
  const cm2 = await groupId('CM2');
  const words = { groupId: cm2, personId: '', login: 'teacherofotherschool', from: '2026-11-25', until: '2026-11-26' };
  await standIns.add(school, words, 'cli');
  await enable({ profiles: ['teacher'], groupIds: [cm2] });
  const seen: Role[][] = [];
  for (const now of [BEGIN, '2026-11-25T12:00:00.000Z', '2026-11-27T12:00:00.000Z']) {
    web.clock.set(now);
    seen.push(await reached());
    expect([await announced(), await shown(), await counted()]).toEqual([
      await reached(),
      await reached(),
      await reached(),
    ]);
  }
  expect(seen).toEqual([
    ['teacherOfOtherClass'],
    ['teacherOfOtherClass', 'teacherOfOtherSchool'],
    ['teacherOfOtherClass'],
  ]);
});

test('T1 T11 a rule for a class of one school reaches nobody in the other school, in either direction', async () => {
  await web.host.activations.disable(OTHER_SCHOOL, 'paper', 'cli');
  await enable({});
  expect(await reached(OTHER_SCHOOL)).toEqual([]);
  const { activations } = web.host;
  const sixth = [await groupId('6e A', OTHER_SCHOOL)];
  await expect(enable({ profiles: ['pupil'], groupIds: sixth })).rejects.toThrow(InputError);
  await activations.enable(OTHER_SCHOOL, 'paper', 'cli', { ...WHOLE_SCHOOL, groupIds: sixth });
  await activations.disable(SCHOOL, 'paper', 'cli');
  expect(await reached()).toEqual([]);
  expect(await reached(OTHER_SCHOOL)).toContain('teacherInBothSchools');
  expect(await announced(OTHER_SCHOOL)).toEqual(await reached(OTHER_SCHOOL));
});

test('T9 a pupil of the class reaches the brick on every path from the first instant to the last, not before and not after', async () => {
  const [from, until] = [new Date('2026-11-25T23:00:00.000Z'), new Date('2026-11-27T23:00:00.000Z')];
  await enable({ profiles: ['pupil'], groupIds: [await groupId('CM1')], from, until });
  const ask = async (role: Role): Promise<unknown[]> => {
    const headers = { Cookie: await web.cookieOf(role) };
    const here = `/s/${SCHOOL}/paper`;
    const answers = await Promise.all(
      [`${here}/`, `${here}/search?page=1`, `/s/${SCHOOL}/`, '/api/v1/me'].map((path) => web.send(path, { headers })),
    );
    const [page, search, portal, me] = answers;
    return [page?.status, search?.status, portal?.text.includes('Papier'), me?.text.includes('paper')];
  };
  const seen: unknown[][] = [];
  for (const instant of [from.getTime() - 1, from.getTime(), until.getTime() - 1, until.getTime()]) {
    web.clock.set(new Date(instant));
    seen.push(await ask('pupil'));
    for (const role of ['pupilOfOtherClass', 'teacher', 'head'] as const) {
      expect(await ask(role)).toEqual([404, 404, false, false]);
    }
  }
  const [off, on] = [
    [404, 404, false, false],
    [200, 200, true, true],
  ];
  expect(seen).toEqual([off, on, on, off]);
});

test('T1 the rule of a class of last school year stays, and reaches those who had it, without their groups of this year', async () => {
  const cm1 = await groupId('CM1');
  await enable({ profiles: ['pupil', 'guardian', 'teacher'], groupIds: [cm1] });
  const before = await reached();
  expect(before).toContain('pupil');
  const hasGroups = (): Promise<Role[]> =>
    rolesThat(async (visit) => ((await (await visit.inBrick('paper'))?.relations.groups()) ?? []).length > 0, SCHOOL);
  expect(await hasGroups()).toEqual(before);
  web.clock.set('2027-08-02T10:00:00.000Z');
  expect([await reached(), await announced(), await counted(), await hasGroups()]).toEqual([
    before,
    before,
    before,
    [],
  ]);
  for (const role of ['pupil', 'guardian', 'teacher']) expect(await reached(OTHER_SCHOOL)).not.toContain(role);
  expect(await web.host.activations.rules(SCHOOL, 'paper')).toHaveLength(1);
  expect(await web.host.directory.groupNames(SCHOOL, [cm1])).toEqual(new Map([[cm1, 'CM1']]));
  await expect(enable({ profiles: ['pupil'], groupIds: [cm1] })).rejects.toThrow(InputError);
});

test('the rule of a group that has ended stays, and reaches those who had it', async () => {
  const cm2 = await groupId('CM2');
  await enable({ groupIds: [cm2] });
  const before: Role[] = ['guardianOfOtherClass', 'head', 'pupilOfOtherClass', 'staff', 'teacherOfOtherClass'];
  expect(await reached()).toEqual(before);
  const named = (record: (typeof SAMPLE_RECORDS)[number]): boolean => Object.values(record).includes('cm2');
  const read = async function* (): AsyncGenerator<(typeof SAMPLE_RECORDS)[number]> {
    yield* SAMPLE_RECORDS.filter((record) => !named(record));
    await Promise.resolve();
  };
  await web.host.sync.run({ name: 'ldap', read }, signal);
  expect([await reached(), await announced()]).toEqual([before, before]);
  expect(await web.host.activations.rules(SCHOOL, 'paper')).toHaveLength(1);
  await expect(enable({ profiles: ['pupil'], groupIds: [cm2] })).rejects.toThrow(InputError);
});

test('a class reaches a person with two profiles by the profile that they have in it or as head, as announced', async () => {
  const source = sampleSourceWith([
    // This teacher teaches CM2 and has a child in CM1; the head teaches CM1 and is a member of an adult group.
    kin('teacherOfOtherClass', 'pupil'),
    member(SCHOOL, 'cm1', 'head', 'teacher'),
    group(SCHOOL, 'team', 'Projet', 'option'),
    member(SCHOOL, 'team', 'head'),
  ]);
  await web.host.sync.run(source, signal);
  const [cm1, cm2, team] = [await groupId('CM1'), await groupId('CM2'), await groupId('Projet')];
  const both: Role[] = ['teacherOfOtherClass', 'head'];
  const whom: Role[][] = [];
  for (const choice of [
    { profiles: ['teacher'], groupIds: [cm1] },
    { profiles: ['guardian'], groupIds: [cm1] },
    { profiles: ['head'], groupIds: [cm1] },
    { profiles: ['head'], groupIds: [team] },
    { profiles: ['pupil', 'head'], groupIds: [cm2] },
    { groupIds: [cm1] },
  ] satisfies Partial<ActivationChoice>[]) {
    await enable(choice);
    const here = await reached();
    expect(await announced()).toEqual(here);
    expect(await shown()).toEqual(await counted());
    whom.push(both.filter((role) => here.includes(role)));
    await web.host.activations.disable(SCHOOL, 'paper', 'cli');
  }
  expect(whom).toEqual([['head'], ['teacherOfOtherClass'], ['head'], ['head'], ['head'], both]);
});
