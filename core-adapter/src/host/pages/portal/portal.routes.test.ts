// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { FormerThings } from '../../../api/former-school.js';
import { json } from '../../../api/http.js';
import type { Manifest } from '../../../api/manifest.js';
import { WHOLE_SCHOOL } from '../../domain/activation/activation-choice.js';
import { AttachmentRow } from '../../domain/directory/attachment.entity.js';
import { GroupRow } from '../../domain/directory/group.entity.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { wordsOf } from '../../http/cookies-for-tests.js';

const asked: string[] = [];
const shelfManifest = {
  ...{ id: 'shelf', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', settings: z.strictObject({}) },
  locales: { fr: { title: 'Étagère', summary: 'Des livres' }, en: { title: 'Shelf', summary: 'Some books' } },
  permissions: { read: { profiles: ['pupil', 'guardian', 'teacher'] } },
} satisfies Manifest;
const BOOKS = { text: '3 livres' };
const letterUntil = (day: string) => ({ text: '1 lettre', until: new Date(`${day}T12:00:00Z`) });
/** Something of Inès, which goes in part after 1 December. Luc, a guardian, has something in both schools. */
const KEPT: FormerThings = { kept: [BOOKS, letterUntil('2026-12-01')] };
let ofInes = KEPT;
const shelf = defineBrick(shelfManifest, ({ http, portal }) => {
  http.get('/', { access: 'read' }, () => json({}));
  portal({
    formerSchool({ owner, user, school }) {
      asked.push(`${school.uai} ${user.profiles.join()} ${owner.givenName}`);
      if (owner.givenName === 'Luc') return { kept: [BOOKS] };
      return owner.givenName === 'Inès' ? ofInes : { kept: [] };
    },
  });
});
const web = await bootWebHost({ bricks: [replyBrick, shelf] });
for (const uai of [SCHOOL, OTHER_SCHOOL]) await web.host.activations.disable(uai, 'shelf', 'cli');
afterAll(() => web.stop());

async function browserOf(role: Role): Promise<(path: string, method?: string) => Promise<Answer>> {
  const Cookie = await web.cookieOf(role);
  return (path, method = 'GET') => web.send(path, { method, headers: { Cookie } });
}

test('/ leads to the school shown last, first of all to the first by name', async () => {
  const open = await browserOf('teacherInBothSchools');
  const home = async (): Promise<unknown> => (await open('/')).headers.location;
  expect(await home()).toBe(`/s/${OTHER_SCHOOL}/`);
  await open(`/s/${SCHOOL}/`);
  expect(await home()).toBe(`/s/${SCHOOL}/`);
  await open(`/s/${OTHER_SCHOOL}/paper/`);
  expect(await home()).toBe(`/s/${OTHER_SCHOOL}/`);
});

test('looking at a school that is not one’s own does not make it the last one', async () => {
  const open = await browserOf('teacher');
  expect((await open(`/s/${OTHER_SCHOOL}/`)).status).toBe(404);
  expect((await open(`/s/${OTHER_SCHOOL}/paper/`)).status).toBe(404);
  expect((await open('/')).headers.location).toBe(`/s/${SCHOOL}/`);
});

test('a school that one has left is no longer the last one', async () => {
  const open = await browserOf('teacherInBothSchools');
  await open(`/s/${SCHOOL}/`);
  const { manager } = web.host.database.dataSource;
  const person = await web.host.directory.personByLogin('ldap', 'teacherinbothschools');
  const where = { personId: person?.id ?? '', uai: SCHOOL };
  await manager.update(AttachmentRow, where, { until: web.clock.now() });
  expect((await open('/')).headers.location).toBe(`/s/${OTHER_SCHOOL}/`);
  expect((await open(`/s/${SCHOOL}/`)).status).toBe(404);
  expect((await open('/account')).status).toBe(200);
  await manager.update(AttachmentRow, where, { until: null });
});

test.each([
  ['/b/paper', `/s/${SCHOOL}/paper`],
  ['/b/paper/', `/s/${SCHOOL}/paper/`],
  ['/b/paper/sheets/1?x=1&y=%2F', `/s/${SCHOOL}/paper/sheets/1?x=1&y=%2F`],
  ['/b/nothing/x', `/s/${SCHOOL}/nothing/x`],
])('%s finds the school: %s', async (path, expected) => {
  const open = await browserOf('teacherInBothSchools');
  await open(`/s/${SCHOOL}/`);
  const { status, headers } = await open(path);
  expect([status, headers.location]).toEqual([303, expected]);
});

test('C11: /b/ never leads away', async () => {
  const open = await browserOf('teacher');
  for (const path of [
    '/b//evil.example.org',
    '/b/%2f%2fevil.example.org/',
    '/b/..%2f..%2f/',
    '/b/x/..//evil',
    '//b/paper',
  ]) {
    const { headers } = await open(path);
    const location = headers.location ?? '/';
    expect(new URL(location, 'https://ent.example.org').origin).toBe('https://ent.example.org');
  }
});

test('without a session every one of them leads to the login and back', async () => {
  for (const path of ['/', `/s/${SCHOOL}/`, '/b/paper/sheets?a=1', '/account']) {
    const { status, headers } = await web.send(path);
    expect([status, headers.location]).toEqual([303, `/login?${new URLSearchParams({ to: path }).toString()}`]);
  }
});

test('each person sees their own bricks and schools', async () => {
  const pupil = await (await browserOf('pupil'))(`/s/${SCHOOL}/`);
  expect(pupil.text).toMatch(/Papier/);
  expect(pupil.text).not.toMatch(/Collège du Parc|\/admin\//);
  const head = await (await browserOf('head'))(`/s/${SCHOOL}/`);
  expect(head.text).toContain(`/admin/s/${SCHOOL}/bricks`);
});

test('a brick stands on the portal and in the rail only of persons that hold one of its permissions there', async () => {
  const link = `href="/s/${SCHOOL}/paper/"`;
  for (const [role, times] of [
    ['pupil', 2],
    ['staff', 0],
  ] as const) {
    const { text } = await (await browserOf(role))(`/s/${SCHOOL}/`);
    expect(text.split(link)).toHaveLength(times + 1);
  }
  const me = await (await browserOf('staff'))('/api/v1/me');
  expect(JSON.parse(me.text)).toMatchObject({ bricks: [] });
});

test('the first page of a parent with children in two schools shows both, each with its bricks', async () => {
  const open = await browserOf('guardianInBothSchools');
  for (const here of [SCHOOL, OTHER_SCHOOL]) {
    const words = wordsOf(await open(`/s/${here}/`));
    expect(words).toMatch(/Inès .*Papier .*Jules .*Papier /);
    expect(words).toContain('CM1, École des Lilas');
    expect(words).toContain('6e A, Collège du Parc');
    expect(words).not.toContain('autre école');
  }
  const { text } = await open(`/s/${SCHOOL}/`);
  for (const uai of [SCHOOL, OTHER_SCHOOL]) expect(text).toContain(`<a class="brick-slate" href="/s/${uai}/paper/"`);
});

test('T8 the first page of a parent shows nothing of a school in which they have no child', async () => {
  const words = wordsOf(await (await browserOf('guardian'))(`/s/${SCHOOL}/`));
  expect(words).toContain('Inès');
  expect(words).not.toMatch(/Jules|Tom|Collège du Parc/);
});

test('a person has one pair of initials and one colour on every page, for every reader', async () => {
  const facesOf = async (role: Role, ...paths: string[]): Promise<string[]> => {
    const open = await browserOf(role);
    const texts = await Promise.all(paths.map(async (path) => (await open(path)).text));
    const seen = texts.join('').matchAll(/class="v-avatar brick-(\w+)"[^>]*>([^<]+)</g);
    return [...new Set([...seen].map(([, colour, initials]) => `${initials} ${colour}`))];
  };
  const pupil = await facesOf('pupil', `/s/${SCHOOL}/`, '/account');
  expect(pupil).toHaveLength(1);
  expect(await facesOf('guardian', `/s/${SCHOOL}/`)).toEqual(expect.arrayContaining(pupil));
  for (const role of ['guardian', 'teacher', 'head', 'staff'] as const)
    expect(await facesOf(role, '/account', `/s/${SCHOOL}/`)).toContain((await facesOf(role, '/account'))[0]);
});

test('a pupil without access to a page reads that it is for the adults of the school', async () => {
  const headers = { Cookie: await web.cookieOf('pupil'), 'Sec-Fetch-Site': 'same-origin' };
  const { status, text } = await web.send(`/s/${SCHOOL}/paper/sheets`, { method: 'POST', headers });
  expect(status).toBe(403);
  expect(text).toContain('Cette page est pour les adultes de l’école.');
});

test('a head without a brick reads which are on for others', async () => {
  const { activations } = web.host;
  const open = await browserOf('head');
  await activations.disable(SCHOOL, 'paper', 'cli');
  expect(wordsOf(await open(`/s/${SCHOOL}/`))).toMatch(/Aucun outil n’est allumé à l’école/);
  await activations.enable(SCHOOL, 'paper', 'cli', { ...WHOLE_SCHOOL, profiles: ['pupil'] });
  const portal = wordsOf(await open(`/s/${SCHOOL}/`));
  expect(portal).toMatch(/Aucun outil n’est allumé pour vous Un outil est allumé à l’école, pour d’autres/);
  expect(portal).not.toMatch(/allumé à l’école Choisissez/);
  await activations.enable(SCHOOL, 'paper', 'cli');
});

describe('a brick that keeps something of a pupil whom it does not reach', () => {
  const home = async (role: Role, uai = SCHOOL): Promise<string> => (await (await browserOf(role))(`/s/${uai}/`)).text;
  const line = /Étagère n’est pas allumé/;

  beforeAll(async () => {
    const { manager } = web.host.database.dataSource;
    const cm2 = await manager.findOneByOrFail(GroupRow, { uai: SCHOOL, name: 'CM2' });
    const empty = { ...cm2, id: randomUUID(), uai: OTHER_SCHOOL };
    await manager.insert(GroupRow, empty);
    for (const { uai, id } of [cm2, empty]) {
      await web.host.activations.enable(uai, 'shelf', 'cli', { ...WHOLE_SCHOOL, groupIds: [id] });
    }
  });
  afterEach(() => void (ofInes = KEPT));
  afterAll(async () => {
    for (const uai of [SCHOOL, OTHER_SCHOOL]) await web.host.activations.disable(uai, 'shelf', 'cli');
    asked.length = 0;
  });

  test('parents with children in two schools read it on the page of either school, the same once', async () => {
    for (const uai of [SCHOOL, OTHER_SCHOOL]) {
      const text = await home('guardianInBothSchools', uai);
      expect(text.split('L’école garde ce que vous y lisiez pour Inès')).toHaveLength(2);
      expect(text.split('L’école garde ce que vous y avez')).toHaveLength(2);
    }
    expect(await home('guardianOfOtherSchool', OTHER_SCHOOL)).not.toMatch(line);
  });

  test.each([
    ['a day that has passed', ['2026-11-23'], undefined],
    ['today', ['2026-11-24'], '24 novembre'],
    ['the next one, after a day that has passed', ['2026-11-23', '2027-07-31', '2027-01-31'], '31 janvier 2027'],
    ['a day in two years', ['2028-11-24'], undefined],
  ] as const)('the line on the portal names the day on which the first part goes: %s', async (_, ends, day) => {
    ofInes = { kept: [BOOKS, ...ends.map(letterUntil)] };
    const text = await home('pupil');
    expect(text).toMatch(line);
    expect(/Une partie s’efface après le ([^.<]+)\./.exec(text)?.[1]).toBe(day);
  });

  test('a brick with documents and no way to open one does not answer, and is troubled', async () => {
    ofInes = { ...KEPT, documents: () => [] };
    expect(await home('pupil')).not.toMatch(line);
    const told = web.lines.filter(({ brick }) => brick === 'shelf').map(({ fields }) => String(fields['err']));
    expect(told.at(-1)).toMatch(/documents need open/);
    ofInes = { ...ofInes, open: () => undefined };
    expect(await home('pupil')).toMatch(line);
  });
});

test('T8: persons that a brick does not reach read that it keeps something of theirs, and nobody else does', async () => {
  const { activations, directory } = web.host;
  const groupIds = (await directory.currentGroups(SCHOOL)).flatMap(({ id, name }) => (name === 'CM2' ? [id] : []));
  const line = /outil Étagère n’est pas allumé/;
  const home = async (role: Role, uai = SCHOOL): Promise<string> => (await (await browserOf(role))(`/s/${uai}/`)).text;
  const rule = await activations.enable(SCHOOL, 'shelf', 'cli', { ...WHOLE_SCHOOL, groupIds });

  expect(await home('pupil')).toMatch(
    /Étagère n’est pas allumé pour toi en ce moment\. Ton école garde ce que tu y as\. Une partie s’efface après le 1er décembre\. Tu peux tout télécharger[^<]*<a href="\/mes-donnees">/,
  );
  expect(await home('guardian')).toMatch(
    /Étagère n’est pas allumé pour vous[^.]*\. L’école garde ce que vous y lisiez pour Inès/,
  );
  expect(asked.sort()).toEqual([
    `${SCHOOL} guardian Inès`,
    expect.stringMatching(`^${SCHOOL} guardian (?!Inès)`),
    `${SCHOOL} pupil Inès`,
  ]);
  asked.length = 0;
  for (const role of ['pupilOfOtherClass', 'guardianOfOtherClass', 'teacherOfOtherClass', 'staff'] as const) {
    expect(await home(role)).not.toMatch(line);
  }
  expect(await home('pupilOfOtherSchool', OTHER_SCHOOL)).not.toMatch(line);
  expect(asked).toEqual([]);

  // A choice without pupils: they are told nothing.
  await activations.change(SCHOOL, 'shelf', rule.id, 'cli', { ...WHOLE_SCHOOL, profiles: ['teacher'] });
  expect(await home('pupil')).not.toMatch(line);
  expect(asked).toEqual([]);
  await activations.disable(SCHOOL, 'shelf', 'cli');
  expect(await home('pupil')).not.toMatch(line);
});
