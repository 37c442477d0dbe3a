// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { defineBrick } from '../../../api/brick.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { AccessTokenRow } from '../../domain/tokens/access-token.entity.js';

const locales = { fr: { title: 'Crayons', summary: 'Des crayons' }, en: { title: 'Pencils', summary: 'Some pencils' } };
const pencils = defineBrick({ ...replyBrick.manifest, id: 'pencils', locales }, ({ http }) => {
  http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), 'crayons'));
});
const web = await bootWebHost({ bricks: [replyBrick, pencils] });
afterAll(() => web.stop());
const { manager } = web.host.database.dataSource;
beforeEach(() => manager.clear(AccessTokenRow));

const URL_OF = '/account/tokens';
const idOf = async (role: Role): Promise<string> => (await web.host.directory.personByLogin('ldap', role))?.id ?? '';
const see = async (role: Role, path = URL_OF): Promise<Answer> =>
  web.send(path, { headers: { Cookie: await web.cookieOf(role) } });
const send = async (role: Role, body: string, path = URL_OF, site = 'same-origin'): Promise<Answer> =>
  web.send(path, {
    method: 'POST',
    body,
    headers: {
      Cookie: await web.cookieOf(role),
      'Sec-Fetch-Site': site,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  });
const rowsOf = async (role: Role): Promise<AccessTokenRow[]> =>
  manager.findBy(AccessTokenRow, { personId: await idOf(role) });
const secretIn = ({ text }: Answer): string => /value="(volee_[\w-]{43})"/.exec(text)?.[1] ?? '';

test('a new token is shown once, and opens the ticked bricks', async () => {
  const made = await send('teacher', 'name=Ordinateur&bricks=paper&end=365');
  expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
  expect(made.text).toMatch(/Il ne sera plus jamais montré.*Identifiant\u00a0: teacher/s);
  const Authorization = `Bearer ${secretIn(made)}`;
  const open = async (path: string): Promise<number> =>
    (await web.send(path, { headers: { Authorization, Accept: '*/*' } })).status;
  expect([await open(`/s/${SCHOOL}/paper/`), await open(`/s/${SCHOOL}/pencils/`)]).toEqual([200, 404]);

  const list = await see('teacher');
  expect(list.text).not.toContain(secretIn(made));
  expect(list.text).toMatch(/Ordinateur.*Papier.*Création.*Dernière utilisation\u00a0: aujourd’hui à/s);
  expect(list.text).toContain('Dernier jour\u00a0: 24 novembre 2027');
  expect((await see('teacher', '/account')).text).toMatch(/Accès pour vos applications.*Vous avez un accès\./s);
});

test('reloading the answer makes no second token, and shows the reason', async () => {
  await send('teacher', 'name=Ordinateur&bricks=paper&end=30');
  const again = await send('teacher', 'name=Ordinateur&bricks=paper&end=30');
  expect(again.status).toBe(400);
  expect(again.text).toContain('Vous avez déjà un accès de ce nom.');
  expect(secretIn(again)).toBe('');
  expect(await rowsOf('teacher')).toHaveLength(1);
});

test('errors stand at their fields, and the typed values are kept', async () => {
  const { status, text } = await send('teacher', 'name=&end=30');
  expect(status).toBe(400);
  expect(text).toMatch(/id="field-name-error">.*Donnez-lui un nom/s);
  expect(text).toMatch(/id="field-bricks-error">.*Cochez au moins un outil/s);
  expect(text).toMatch(/<input[^>]*name="end" value="30" checked/);
  const kept = await send('teacher', `name=${'x'.repeat(61)}&bricks=paper&bricks=pencils&end=never`);
  expect(kept.text).toContain(`value="${'x'.repeat(61)}"`);
  expect(kept.text.match(/<input[^>]* checked[^>]*>/g)).toHaveLength(3);
  expect(kept.text).toMatch(/id="field-name-error">.*60 caractères au plus/s);
});

test.each([
  ['another brick than those that are there', 'name=a&bricks=door'],
  ['one brick more than those that are there', 'name=a&bricks=paper&bricks=door'],
  ['no name', 'bricks=paper'],
  ['two names', 'name=a&name=b&bricks=paper'],
  ['nothing', ''],
])('%s: nothing is made', async (_name, body) => {
  expect((await send('teacher', body)).status).toBe(400);
  expect(await rowsOf('teacher')).toEqual([]);
});

test('T9: a brick that is off for the person everywhere is not offered, and cannot be asked for', async () => {
  await web.host.activations.disable(SCHOOL, 'pencils', 'cli');
  expect((await see('teacher')).text).not.toContain('Crayons');
  expect((await send('teacher', 'name=a&bricks=pencils')).status).toBe(400);
  // On in the other school: people in both schools have it.
  expect((await see('teacherInBothSchools')).text).toContain('Crayons');
  expect((await send('teacherInBothSchools', 'name=a&bricks=pencils')).status).toBe(201);
  await web.host.activations.enable(SCHOOL, 'pencils', 'cli');
});

test('a person that is only a pupil makes no token, and gets a 404', async () => {
  expect((await see('pupil')).status).toBe(404);
  expect((await see('pupil', '/account')).text).not.toContain(URL_OF);
  expect((await send('pupil', 'name=a&bricks=paper')).status).toBe(403);
  expect(await rowsOf('pupil')).toEqual([]);
});

test('a pupil sees a token made on the command line for them, and may revoke it', async () => {
  const choice = { name: 'Lecteur', brickIds: ['paper'], endsAt: null };
  const { id } = await web.host.tokens.create(await idOf('pupil'), choice, 'cli');
  expect((await see('pupil', '/account')).text).toContain(URL_OF);
  const { status, text } = await see('pupil');
  expect(status).toBe(200);
  expect(text).toContain('Lecteur');
  expect(text).not.toContain('name="bricks"');
  expect((await send('pupil', '', `${URL_OF}/${id}/revoke`)).status).toBe(303);
  expect(await rowsOf('pupil')).toEqual([]);
});

test('a token is revoked after a confirmation, and opens no page any more', async () => {
  const secret = secretIn(await send('guardian', 'name=Mobile&bricks=paper&end=never'));
  const [row] = await rowsOf('guardian');
  const address = `${URL_OF}/${row?.id}/revoke`;
  expect((await see('guardian')).text).toContain(`href="${address}"`);
  const question = await see('guardian', address);
  expect([question.status, question.text]).toEqual([200, expect.stringMatching(/Retirer l’accès Mobile/)]);
  expect(await rowsOf('guardian')).toHaveLength(1);
  const { status, headers } = await send('guardian', '', address);
  expect([status, headers.location]).toEqual([303, URL_OF]);
  const Authorization = `Bearer ${secret}`;
  expect((await web.send('/api/v1/me', { headers: { Authorization } })).status).toBe(401);
});

test('T8: a person neither sees nor revokes the token of another', async () => {
  await send('teacher', 'name=Portable&bricks=paper');
  const [row] = await rowsOf('teacher');
  for (const role of ['teacherOfOtherSchool', 'head', 'pupil'] as const) {
    const address = `${URL_OF}/${row?.id}/revoke`;
    expect((await see(role, address)).status).toBe(404);
    expect((await send(role, '', address)).status).toBe(404);
    expect((await see(role)).text).not.toContain('Portable');
  }
  expect(await rowsOf('teacher')).toHaveLength(1);
});

test('P6: another site can neither make nor revoke a token', async () => {
  await send('teacher', 'name=Portable&bricks=paper');
  const [row] = await rowsOf('teacher');
  expect((await send('teacher', 'name=Evil&bricks=paper', URL_OF, 'cross-site')).status).toBe(403);
  expect((await send('teacher', '', `${URL_OF}/${row?.id}/revoke`, 'cross-site')).status).toBe(403);
  expect((await rowsOf('teacher')).map(({ name }) => name)).toEqual(['Portable']);
});

test('without a session a browser is redirected to the login', async () => {
  const { status, headers } = await web.send(URL_OF);
  expect([status, headers.location]).toEqual([303, '/login?to=%2Faccount%2Ftokens']);
});

test('at the most tokens allowed, the form says what to do', async () => {
  const personId = await idOf('teacher');
  for (let count = 0; count < 20; count += 1) {
    await web.host.tokens.create(personId, { name: `${count}`, brickIds: ['paper'], endsAt: null }, 'cli');
  }
  const { text } = await see('teacher');
  expect(text).toContain('Vous avez 20 accès');
  expect(text).not.toContain('name="bricks"');
  expect((await send('teacher', 'name=a&bricks=paper')).status).toBe(400);
});

test('P6: a hostile name is text, in the list, the question and the notice', async () => {
  const made = await send('teacher', `name=${encodeURIComponent('<img src=x onerror=alert(1)>')}&bricks=paper`);
  const [row] = await rowsOf('teacher');
  const pages = [made, await see('teacher'), await see('teacher', `${URL_OF}/${row?.id}/revoke`)];
  for (const { text } of pages) {
    expect(text).toContain('&lt;img');
    expect(text).not.toContain('<img');
  }
});
