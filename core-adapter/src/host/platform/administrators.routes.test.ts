// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../testing/sample-directory.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from './console-for-tests.js';

const web = await bootConsole();
afterAll(() => web.stop());

const LIST = '/admin/administrators';
const GRANT = `${LIST}/grant`;
const REVOKE = `${LIST}/revoke`;
const post = (path: string, body: string) => web.as(ADMINISTRATOR, path, body);
const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));
const holders = async (): Promise<string[]> =>
  (await web.host.administrators.list()).map(({ login, uai }) => `${login} ${uai ?? 'platform'}`);

test('the list names both kinds, says who you are, and is searched', async () => {
  const page = await words(LIST);
  expect(page).toMatch(/Odile Perret \(c’est vous\) staff/);
  expect(page).toMatch(/Mathieu Grosjean head École des Lilas/);
  expect(await words(`${LIST}?q=parc`)).toMatch(/Hélène Tissot/);
  expect(await words(`${LIST}?q=parc`)).not.toMatch(/Mathieu Grosjean/);
});

test('gives the platform, and a school to head; it counts at once and is told once', async () => {
  const granted = await post(GRANT, 'login=Teacher&role=platform&uai=');
  expect([granted.status, granted.headers.location]).toEqual([303, LIST]);
  expect(await words(LIST)).toMatch(/Teacher tient maintenant la plateforme\./);
  expect((await web.as('teacher', '/admin/')).status).toBe(200);
  expect((await post(GRANT, `login=pupil&role=head&uai=${OTHER_SCHOOL.toLowerCase()}`)).status).toBe(303);
  expect(await words(LIST)).toMatch(/pupil dirige maintenant Collège du Parc\./);
  expect((await web.as('pupil', `/admin/s/${OTHER_SCHOOL}/bricks`)).status).toBe(200);
  // A school that stays in a form for the platform is of no account.
  expect((await post(GRANT, `login=guardian&role=platform&uai=${SCHOOL}`)).status).toBe(303);
  expect(await holders()).toContain('guardian platform');
});

test.each<[string, string, number, RegExp]>([
  ['login=&role=platform&uai=', 'field-login', 400, /Écrivez l’identifiant/],
  ['', 'field-login', 400, /Écrivez l’identifiant/],
  ['login=a&login=b&role=platform', 'field-login', 400, /Écrivez l’identifiant/],
  ['login=nobody&role=platform&uai=', 'field-login', 400, /Personne n’a cet identifiant/],
  ['login=%00&role=head&uai=0390001X', 'field-login', 400, /Écrivez l’identifiant/],
  ['login=staff&role=platform&uai=', 'field-login', 409, /a déjà ce droit/],
  ['login=head&role=head&uai=0390001X', 'field-login', 409, /a déjà ce droit/],
  ['login=teacher&role=head&uai=', 'field-uai', 400, /Écrivez l’UAI/],
  ['login=teacher&role=head&uai=Les+Lilas', 'field-uai', 400, /Écrivez l’UAI/],
  ['login=teacher&role=head&uai=0399999Z', 'field-uai', 400, /Aucune école n’a cet UAI/],
])(
  '%s: the sentence stands beside its field, what was typed stays, nothing is given',
  async (body, field, status, sentence) => {
    const before = await holders();
    const page = await post(GRANT, body);
    expect(page.status).toBe(status);
    expect(wordsOf(page)).toMatch(sentence);
    expect(page.text).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="${field}-error[^>]*aria-invalid="true"`));
    const typed = new URLSearchParams(body).getAll('login');
    if (typed.length === 1 && /^\w+$/.test(typed[0] ?? ''))
      expect(page.text).toContain(`name="login" value="${typed[0]}"`);
    expect(await holders()).toEqual(before);
  },
);

test('before a right is taken back the page says whose, and of what; the form does it', async () => {
  const question = await words(`${REVOKE}?login=head&uai=${SCHOOL}`);
  expect(question).toMatch(/Mathieu Grosjean ne dirigera plus École des Lilas\./);
  expect(question).toMatch(/Retirer le droit de Mathieu Grosjean/);
  expect(await holders()).toContain(`head ${SCHOOL}`);
  expect((await post(REVOKE, `login=head&uai=${SCHOOL}`)).status).toBe(303);
  expect(await words(LIST)).toMatch(/Le droit de head est retiré\./);
  expect(await holders()).not.toContain(`head ${SCHOOL}`);
  expect((await web.as('head', `/admin/s/${SCHOOL}/bricks`)).status).toBe(404);
});

test.each([`login=head&uai=${OTHER_SCHOOL}`, 'login=head&uai=', 'login=nobody&uai=', '', 'login=staff&uai=x%00'])(
  'T1 a right that nobody has, %p, is not there',
  async (body) => {
    const before = await holders();
    expect((await web.as(ADMINISTRATOR, `${REVOKE}?${body}`)).status).toBe(404);
    expect((await post(REVOKE, body)).status).toBe(404);
    expect(await holders()).toEqual(before);
  },
);

test('the last administrator of the platform stays: the page says why, and what to do first', async () => {
  for (const login of ['teacher', 'guardian']) {
    if ((await holders()).includes(`${login} platform`)) await post(REVOKE, `login=${login}&uai=`);
  }
  expect(await words(`${REVOKE}?login=staff`)).toMatch(/C’est votre propre droit/);
  const refused = await post(REVOKE, 'login=staff&uai=');
  expect(refused.status).toBe(409);
  expect(wordsOf(refused)).toMatch(
    /la dernière personne qui tient la plateforme\. Donnez d’abord ce droit à quelqu’un/,
  );
  expect(await holders()).toContain('staff platform');
});

test('who gives up his own right goes home, and finds nothing here any more', async () => {
  await post(GRANT, 'login=teacher&role=platform&uai=');
  const gone = await post(REVOKE, 'login=staff&uai=');
  expect([gone.status, gone.headers.location]).toEqual([303, '/']);
  expect((await web.as(ADMINISTRATOR, LIST)).status).toBe(404);
});
