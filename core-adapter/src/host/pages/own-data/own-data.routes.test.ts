// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '../../../api/brick.js';
import type { PersonExport } from '../../../api/personal-data.js';
import { logInThrough, freshLoginBrick, authProviderBrick } from '../../http/login/login-bricks-for-tests.js';
import { bootWebHost, type Answer, type WebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';

const MINUTE = 60_000;
const PAGE = '/mes-donnees';

/** Keeps a word about each person, unless it is told to fail. */
let given: () => Promise<PersonExport> = () => Promise.resolve({ records: {} });
const keeper = defineBrick(
  {
    ...replyBrick.manifest,
    id: 'keeper',
    personalData: { kept: 'title', purpose: 'summary', retention: 'summary' },
  },
  ({ http, personalData }) => {
    http.get('/', { access: 'read' }, ({ page }) => page('Papier', null));
    http.post('/', { access: 'write' }, ({ redirect }) => redirect('/'));
    personalData({
      exportPerson: () => given(),
      erasePerson: () => Promise.resolve(),
      movePerson: () => Promise.resolve(),
      closeSchool: () => Promise.resolve(),
    });
  },
);

describe('the page where people take their own data', () => {
  let web: WebHost;
  beforeAll(async () => {
    web = await bootWebHost({ bricks: [authProviderBrick({ supportsRenew: true }), freshLoginBrick, keeper] });
  });
  afterAll(() => web.stop());
  beforeEach(() => {
    given = () => Promise.resolve({ records: {} });
  });

  const take = (Cookie: string, headers = {}): Promise<Answer> =>
    web.send(PAGE, { method: 'POST', headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', ...headers } });
  const exports = (): Promise<object[]> =>
    web.host.database.dataSource.getRepository('core_audit').findBy({ action: 'core.person.export' });

  test('one sentence and one button; a guardian reads that the child is not in it; the foot of each page leads there', async () => {
    const teacher = await web.send(PAGE, { headers: { Cookie: await logInThrough(web, 'ST-teacher~fresh') } });
    expect(teacher.status).toBe(200);
    expect(teacher.text).toMatch(/<form method="post" action="\/mes-donnees">/);
    expect(teacher.text).toMatch(/<footer.*<a href="\/mes-donnees">/s);
    expect(teacher.text).not.toContain('Rien sur votre enfant');
    const guardian = await web.send(PAGE, { headers: { Cookie: await logInThrough(web, 'ST-guardian~fresh') } });
    expect(guardian.text).toContain('Rien sur votre enfant');
    expect((await web.send('/accessibility')).text).not.toContain(PAGE);
  });

  test('the file is a ZIP download that runs no script and is not cached, and the export is audited', async () => {
    const { status, headers, text } = await take(await logInThrough(web, 'ST-pupil~fresh'));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename=mes-donnees-volee-2026-11-24.zip',
      'content-type': 'application/zip',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(text).toMatch(/^PK.*data\.json/s);
    const person = (await web.host.directory.personByLogin('ldap', 'pupil'))?.id;
    expect(await exports()).toMatchObject([{ actor: person, uai: null, outcome: 'done', subject: { person } }]);
  });

  test('T7: an address or a form that names another person changes nothing: the file is of the session', async () => {
    const cookie = await logInThrough(web, 'ST-teacher~fresh');
    const other = (await web.host.directory.personByLogin('ldap', 'pupil'))?.id ?? '';
    const before = (await exports()).length;
    await web.send(`${PAGE}?person=${other}&login=pupil`, {
      method: 'POST',
      body: `person=${other}&login=pupil`,
      headers: {
        Cookie: cookie,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    });
    const teacher = (await web.host.directory.personByLogin('ldap', 'teacher'))?.id;
    expect((await exports()).slice(before)).toMatchObject([{ actor: teacher, subject: { person: teacher } }]);
    expect((await web.send(`${PAGE}/${other}`, { headers: { Cookie: cookie } })).status).toBe(404);
  });

  test('CAS 3.0 §2.1.1 renew: a login that is no longer fresh asks for the password again, for the page and for the file', async () => {
    const askAgain = `/login?${new URLSearchParams({ renew: 'true', to: PAGE }).toString()}`;
    const known = await logInThrough(web, 'ST-teacher');
    expect((await web.send(PAGE, { headers: { Cookie: known } })).headers.location).toBe(askAgain);
    const fresh = await logInThrough(web, 'ST-teacher~fresh');
    web.clock.advance(60 * MINUTE + 1);
    const { status, headers } = await take(fresh, { Referer: `http://127.0.0.1${PAGE}` });
    expect([status, headers.location]).toEqual([303, askAgain]);
  });

  test('a visitor without a session gets no file, and is redirected to the login', async () => {
    const { status, headers } = await take('');
    expect([status, headers.location]).toEqual([303, expect.stringContaining('https://sso.example.org/')]);
  });

  test('P6 no other site can start the export', async () => {
    const before = (await exports()).length;
    const { status } = await take(await logInThrough(web, 'ST-teacher~fresh'), { 'Sec-Fetch-Site': 'cross-site' });
    expect(status).toBe(403);
    expect(await exports()).toHaveLength(before);
  });

  test('a brick that cannot give out its part is an error page and no file, and the trace says so', async () => {
    given = () => Promise.reject(new Error('the drawer is stuck'));
    const { status, headers, text } = await take(await logInThrough(web, 'ST-teacher~fresh'));
    expect([status, headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(text).not.toContain('drawer');
    expect((await exports()).at(-1)).toMatchObject({ outcome: 'failed' });
  });
});
