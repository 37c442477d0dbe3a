// SPDX-License-Identifier: EUPL-1.2
import { nameSampleTwice, nameInFile, SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import livret from '@volee/livret-bridge';
import messaging from '@volee/messaging';

const testHost = await startTestHost({ bricks: [fileShare, messaging, livret] });
const { host, ids, as } = testHost;
const at = (brick: string, path: string): string => `/s/${SCHOOL}/${brick}${path}`;

/** The readers of the pages. The head manages the school, and is an administrator of the platform. */
const READERS: readonly Role[] = ['pupil', 'classmate', 'guardian', 'teacher', 'head', 'staff'];

const RULE = 'rule=new&where=groups&profiles=pupil';
/** Places that list or count classes and that no link leads to: they are found by typing, or by a choice in a form. */
const BEHIND_FORMS: Partial<Record<Role, readonly string[]>> = {
  pupil: [at('messaging', '/write?q=cm')],
  staff: [at('messaging', '/write?q=cm1')],
  teacher: [
    ...[at('messaging', '/write?q=cm1'), at('messaging', '/search?q=classe'), at('file-share', '/search?q=notes')],
    ...[at('file-share', `/groups/${ids.cm1}/works`), at('file-share', `/groups/${ids.cm1}/works/new?form=${ids.cm1}`)],
  ],
  head: [
    at('file-share', '/usage'),
    ...[at('messaging', '/write?q=cm1'), at('livret-bridge', '/hand-over'), at('livret-bridge', '/board/late')],
    ...[`/admin/s/${SCHOOL}/bricks?brick=messaging&${RULE}`, `/admin/s/${SCHOOL}/bricks/messaging/people?${RULE}`],
    ...[`/admin/s/${SCHOOL}/replacements`, '/admin/schools?q=lilas'],
  ],
};

/** Pages that belong to no school, and those of the neighbour. */
const ELSEWHERE = /^\/(logout|accessibility|aide|contact|mentions-legales|mes-donnees|assets)|0390002Y/;
/** The maximum number of pages that differ by ids and typed words alone. */
const MOST_ALIKE = 2;

interface Visit {
  readonly reader: Role;
  readonly address: string;
}

/** All pages that links lead to. */
async function visitsOf(reader: Role): Promise<Visit[]> {
  const waiting = ['/', `/s/${SCHOOL}/`, ...(BEHIND_FORMS[reader] ?? [])];
  const alike = new Map<string, Set<string>>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = address.replace(/[0-9a-f-]{36}/g, ':id').replace(/=[^&]*/g, '');
    const known = alike.get(route) ?? new Set();
    if (known.has(address) || known.size >= MOST_ALIKE || ELSEWHERE.test(address)) continue;
    alike.set(route, known.add(address));
    const { text, headers } = await as(reader).get(address);
    const links = [...text.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    waiting.push(...[headers.get('location') ?? '', ...links].filter((link) => link.startsWith('/')));
  }
  return [...alike.values()].flatMap((addresses) => [...addresses]).map((address) => ({ reader, address }));
}

/** The words of each page. */
async function read(visits: readonly Visit[]): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  for (const { reader, address } of visits) {
    const { status, text } = await as(reader).get(address);
    const words = text.replace(/<(svg|script)[^]*?<\/\1>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    // The key of a new form is another one at each visit.
    pages[`${reader} ${address}`] = `${status}${words.replace(/form=[\w-]+/, 'form=')}`;
  }
  return pages;
}

/** The answers of the directory to the host, to bricks, and to commands such as `volee school list`. */
async function directoryLists(): Promise<Record<string, unknown>> {
  const school = await host.directory.school(SCHOOL);
  if (!school) throw new Error('The sample has no school.');
  const all = await Promise.all(READERS.map((reader) => ids.person(reader)));
  const [pupil = '', , guardian = '', teacher = '', head = ''] = all;
  const inSchool = host.directory.inSchool(school);
  const ofClass = { profiles: ['pupil', 'guardian'] as const, groups: [ids.cm1, ids.cm2] };
  return {
    schools: await host.directory.schools(),
    groups: await host.directory.groups(SCHOOL),
    currentGroups: await host.directory.currentGroups(SCHOOL),
    classesInSchool: await host.directory.classesOf(all, SCHOOL),
    ties: await Promise.all(all.map((id) => host.directory.ties(id, SCHOOL))),
    pastTies: await Promise.all(all.map((id) => host.directory.pastTies(id, SCHOOL))),
    formerTies: await Promise.all(all.map((id) => host.directory.formerTies(id, SCHOOL))),
    childrenOf: await host.directory.childrenOf(guardian),
    audience: await host.directory.audienceCounts(SCHOOL, { profiles: ['pupil', 'guardian'], groupIds: [ids.cm1] }),
    pupilRelations: await host.directory.pupilRelations({ personId: teacher, uai: SCHOOL, profiles: ['teacher'] }, all),
    countByGroup: (await inSchool.countByGroup()).map((row) => JSON.stringify(row)).sort(),
    countPeople: await inSchool.countPeople(),
    classesOf: await inSchool.classesOf(all),
    groupsOf: await inSchool.groupsOf(all),
    relations: await inSchool.relations(),
    relationsAmong: await inSchool.relations([guardian, head]),
    people: await inSchool.people(ofClass),
    around: await Promise.all([pupil, guardian, teacher].map((around) => inSchool.people({ around }))),
    members: await Promise.all([ids.cm1, ids.cm2].map((id) => inSchool.members(id, 'pupil'))),
    guardiansOf: await inSchool.guardiansOf(all),
    childrenOfGuardians: await inSchool.childrenOf(all),
    usage: await testHost.command('files usage', { options: { school: SCHOOL } }),
  };
}

beforeAll(async () => {
  await host.administrators.grant('head', null, 'cli');
  const files = { 'notes.txt': 'De la classe' };
  await as('teacher')
    .post(at('file-share', `/groups/${ids.cm1}/files`))
    .files(files)
    .expect(303);
  const letters = [
    ['teacher', { toPupilsOf: ids.cm1 }],
    ['teacher', { toGuardiansOf: ids.cm1 }],
    ['pupil', { toPerson: await ids.person('classmate') }],
  ] as const;
  for (const [author, to] of letters) {
    const form = { ...to, subject: 'Sortie', body: 'À la classe' };
    await as(author).post(at('messaging', '/write')).form(form).expect(303);
  }
  await as('head').post(at('livret-bridge', '/periods')).form({ open: '1' }).expect(303);
  await testHost.runJobs();
});

test('in a school of two sources each class stands once: pages and lists are as with the own source alone', async () => {
  const visits = (await Promise.all(READERS.map(visitsOf))).flat();
  const before = { pages: await read(visits), lists: await directoryLists() };
  await nameSampleTwice(testHost);
  const after = { pages: await read(visits), lists: await directoryLists() };
  expect(after.lists).toEqual(before.lists);
  const changed = Object.keys(before.pages).filter((page) => after.pages[page] !== before.pages[page]);
  expect(changed).toEqual(['head /admin/audit', 'head /admin/homonyms/classes']);
  for (const page of changed) expect(after.pages[page]).toContain(nameInFile('CM1'));
  expect(Object.values(after.pages).filter((page) => /^200 .*CM1/.test(page)).length).toBeGreaterThan(40);
});
