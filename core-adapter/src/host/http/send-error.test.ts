// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../app/host-for-tests.js';
import { nextRequest } from './next-request-for-tests.js';
import { notesBrick, replyBrick } from './reply-brick-for-tests.js';

const PUBLIC = 'https://ent.example.org';
const web = await bootWebHost({ bricks: [replyBrick, notesBrick], publicUrl: PUBLIC });
afterAll(() => web.stop());

const Cookie = await web.cookieOf('teacher');
const HERE = `/s/${SCHOOL}/paper`;
const PROGRAM = { Cookie, Accept: 'application/json' };

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  web.send(path, { headers: { Cookie, ...headers } });
const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  web.send(path, {
    method: 'POST',
    body,
    headers: { Cookie, Origin: PUBLIC, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
const referenceIn = ({ text }: Answer): string => /Référence à donner\s*: ([0-9a-f]{8})/.exec(text)?.[1] ?? 'none';
const linesOf = (reference: string) => web.lines.filter(({ fields }) => fields['reference'] === reference);

test('an unexpected error is shown as a reference, and logged in full', async () => {
  const page = await get(`${HERE}/crash`);
  expect(page.status).toBe(500);
  expect(page.headers['content-type']).toMatch(/text\/html/);
  expect(page.text).not.toMatch(/sesame|Error:|node_modules|\.ts/);
  const reference = referenceIn(page);
  expect(page.headers['x-request-id']).toBe(reference);
  expect(linesOf(reference)).toMatchObject([
    { level: 'error', fields: { method: 'GET', path: `${HERE}/crash`, err: new Error('the password is sesame') } },
    { level: 'info', fields: { status: 500 }, sentence: 'request' },
  ]);
});

test('a program gets the same as JSON, without internal details', async () => {
  const { status, headers, text } = await get(`${HERE}/crash`, PROGRAM);
  expect(status).toBe(500);
  expect(headers['content-type']).toMatch(/application\/json/);
  const reference = headers['x-request-id'];
  expect(JSON.parse(text)).toEqual({ error: { kind: 'unexpected', message: 'unexpected', reference } });
});

test('P14 a database that cannot be used has a page of its own, one line without a stack, and is not recorded as an error of the brick', async () => {
  const page = await get(`${HERE}/locked`);
  expect([page.status, page.headers['retry-after']]).toEqual([503, '10']);
  expect(page.text).toMatch(/Volée n’a plus accès à ses données/);
  expect((await get(`${HERE}/locked`, { 'Accept-Language': 'en' })).text).toMatch(/Volée cannot reach its data/);
  expect(linesOf(referenceIn(page))).toMatchObject([
    { level: 'warn', fields: { reason: 'The database is locked.' }, sentence: 'the request was rejected' },
    { level: 'info', fields: { status: 503 }, sentence: 'request' },
  ]);
  expect(linesOf(referenceIn(page)).some(({ fields }) => 'err' in fields)).toBe(false);
  expect(web.host.troubles.of('paper')?.last.sentence).not.toMatch(/locked/);
});

test('programs get the sentence and the remedy of errors that the visitor can correct', async () => {
  const late = await get(`${HERE}/late`, PROGRAM);
  expect(JSON.parse(late.text)).toMatchObject({
    error: { kind: 'conflict', message: 'Somebody else wrote on this sheet.', remedy: 'Read it again.' },
  });
  const form = await post(`${HERE}/sheets`, 'text=', { Accept: 'application/json' });
  expect(form.status).toBe(400);
  expect(JSON.parse(form.text)).toMatchObject({
    error: { kind: 'badRequest', message: expect.stringMatching(/^The form cannot be read: text: /) },
  });
});

test.each<[string, number, RegExp]>([
  [`${HERE}/late`, 409, /Quelqu’un est passé avant vous/],
  [`${HERE}/down`, 503, /Un service ne répond pas/],
  [`${HERE}/nothing`, 404, /Cette page n’est pas là/],
  ['/nowhere', 404, /Cette page n’est pas là/],
  ['/s', 404, /Cette page n’est pas là/],
  ['/%E0%A4%A', 404, /Cette page n’est pas là/],
  [`${HERE}/sheets/%E0%A4%A`, 400, /Nous n’avons pas compris la demande/],
])('%s answers %d with a page that says what to do', async (path, status, title) => {
  const page = await get(path);
  expect(page.status).toBe(status);
  expect(page.text).toMatch(title);
  expect(page.headers['cache-control']).toBe('no-store');
  expect(linesOf(referenceIn(page)).length).toBeGreaterThan(0);
});

test('a row that is there already answers 409, with a page and with a sentence for programs', async () => {
  const add = (headers = {}): Promise<Answer> => post(`/s/${SCHOOL}/notes/first`, '', headers);
  expect((await add()).status).toBe(303);
  const again = await add();
  expect([again.status, again.text.includes('Quelqu’un est passé avant vous')]).toEqual([409, true]);
  expect(JSON.parse((await add({ Accept: 'application/json' })).text)).toMatchObject({
    error: { kind: 'conflict', message: 'A row like this one is there already; it was not written.' },
  });
});

test('a malformed id or query is a 404', async () => {
  for (const path of [
    'sheets/1',
    'sheets/..%2f..%2fetc',
    "sheets/'",
    'search',
    'search?page=one',
    'search?page=1&page=x',
  ]) {
    expect((await get(`${HERE}/${path}`)).status).toBe(404);
  }
  expect((await get(`${HERE}/search?page=2`)).status).toBe(200);
});

test('T8: a school or a brick that is not the person’s, or is not, answers alike', async () => {
  const addresses = [
    `/s/${OTHER_SCHOOL}/paper/`,
    '/s/0399999Z/paper/',
    `/s/${SCHOOL}/papers/`,
    `/s/${SCHOOL.toLowerCase()}/`,
  ];
  const pages = await Promise.all(addresses.map((path) => get(path)));
  const shown = pages.map(({ status, text }) => [status, text.replace(/[0-9a-f]{8}(?=<)/, '')]);
  expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(shown[0]?.[0]).toBe(404);
});

test('a form that is too large is refused before its body is read', async () => {
  const large = nextRequest();
  const page = await post(`${HERE}/sheets`, `text=${'x'.repeat(1_200_000)}`);
  expect([page.status, page.text.includes('Ce texte est trop long')]).toEqual([413, true]);
  expect((await large).wasRead()).toBe(false);
  const short = nextRequest();
  expect((await post(`${HERE}/sheets`, 'text=short')).status).toBe(303);
  expect((await short).wasRead()).toBe(true);
});

test('"try again" and "reopen" lead to the page that failed, on our site only', async () => {
  expect((await get(`${HERE}/down?a=1`)).text).toContain(`href="${HERE}/down?a=1"`);
  const large = `text=${'x'.repeat(200_000)}`;
  const from = async (Referer: string): Promise<string> =>
    /href="([^"]*)"[^>]*>\s*Rouvrir/.exec((await post(`${HERE}/sheets`, large, { Referer })).text)?.[1] ?? 'nothing';
  expect(await from(`${PUBLIC}${HERE}/new?x=1`)).toBe(`${HERE}/new?x=1`);
  expect(await from(`${PUBLIC}//evil.example.org/`)).toBe('/');
  expect(await from('https://evil.example.org/trap')).toBe('nothing');
  expect(await from('not an address')).toBe('nothing');
});

test('a session that ended sends a browser to the login and back to its page, and a program away with a 401', async () => {
  const gone = { Cookie: '__Host-volee_session=s%3Agone.forged' };
  const to = (path: string): string => `/login?${new URLSearchParams({ to: path }).toString()}`;
  expect((await get(`${HERE}/search?page=2`, gone)).headers.location).toBe(to(`${HERE}/search?page=2`));
  const sheets = `${HERE}/sheets`;
  const sent = await post(sheets, 'text=lost', { ...gone, Referer: `${PUBLIC}${HERE}/new`, Host: 'inner.proxy' });
  expect(sent.headers.location).toBe(to(`${HERE}/new`));
  const elsewhere = await post(sheets, 'text=lost', { ...gone, Referer: 'https://evil.example.org/' });
  expect(elsewhere.headers.location).toBe(to('/'));
  const program = await get(`${HERE}/search?page=2`, { ...gone, Accept: '*/*' });
  expect([program.status, program.headers.location]).toEqual([401, undefined]);
  expect(JSON.parse(program.text)).toMatchObject({ error: { kind: 'loginNeeded' } });
});

test('the host answers even when its database does not', async () => {
  const broken = await bootWebHost({ bricks: [replyBrick, notesBrick] });
  const cookie = await broken.cookieOf('teacher');
  await broken.host.database.dataSource.query('DROP TABLE core_session');
  const page = await broken.send('//evil.example.org/', { headers: { Cookie: cookie } });
  expect(page.status).toBe(500);
  expect(page.text).toMatch(/Quelque chose s’est mal passé/);
  expect(page.text).not.toMatch(/SQLITE|core_session|href="\/\/evil/);
  expect((await broken.send('/health/live')).status).toBe(200);
  await broken.stop();
});
