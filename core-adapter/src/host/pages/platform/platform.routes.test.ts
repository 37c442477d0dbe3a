// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { newJob } from '../../domain/jobs/job-outbox.js';
import { JobRow } from '../../domain/jobs/job.entity.js';
import { replyBrick, failingBrick } from '../../http/reply-brick-for-tests.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from './console-for-tests.js';

const web = await bootConsole({ bricks: [replyBrick, failingBrick], missing: ['@test/lost'] });
afterAll(() => web.stop());

const staff = await web.host.directory.personByLogin('ldap', ADMINISTRATOR);
const PAGES = [
  '/admin',
  '/admin/',
  '/admin/schools',
  '/admin/bricks',
  '/admin/syncs',
  '/admin/syncs/1',
  '/admin/administrators',
  `/admin/administrators/revoke?person=${staff?.id}`,
  '/admin/audit',
];
const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));

test.each(PAGES)('%s answers its administrators, with the console marked beside it', async (path) => {
  const page = await web.as(ADMINISTRATOR, path);
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/href="\/admin\/" aria-current="page"/);
  expect(page.headers['cache-control']).toBe('no-store');
});

test.each<Role>(['head', 'headOfOtherSchool', 'teacher', 'pupil', 'guardian', 'teacherInBothSchools'])(
  'T1, T8: for %s there is nothing here, by whatever method, and it looks like what never was',
  async (role) => {
    const never = wordsOf(await web.as(role, '/nothing/like/this'));
    const others = ['/admin/never', '/ADMIN/schools', '/admin//schools', '/admin/administrators/grant'];
    for (const path of [...PAGES, ...others]) {
      const page = await web.as(role, path);
      expect([path, page.status]).toEqual([path, 404]);
      expect(wordsOf(page).replace(/[0-9a-f]{8}/, '')).toBe(never.replace(/[0-9a-f]{8}/, ''));
    }
    for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const paths = role === 'head' ? PAGES : ['/admin/schools'];
      for (const path of paths) expect((await web.as(role, path, undefined, method)).status).toBe(404);
    }
    const grant = `login=${role.toLowerCase()}&role=platform&uai=`;
    expect((await web.as(role, '/admin/administrators/grant', grant)).status).toBe(404);
    expect((await web.as(role, '/admin/administrators/revoke', `person=${staff?.id}&uai=`)).status).toBe(404);
    expect((await web.host.administrators.list()).filter(({ uai }) => uai === null)).toHaveLength(1);
  },
);

test('the rail links to it for administrators only', async () => {
  expect((await web.as(ADMINISTRATOR, `/s/${SCHOOL}/`)).text).toContain('href="/admin/"');
  for (const role of ['head', 'teacher', 'pupil'] as const) {
    expect((await web.as(role, `/s/${SCHOOL}/`)).text).not.toContain('href="/admin/"');
  }
});

test.each(PAGES)('without a session %s leads to the login, and back', async (path) => {
  const { status, headers } = await web.send(path);
  expect([status, headers.location]).toEqual([303, `/login?${new URLSearchParams({ to: path }).toString()}`]);
});

test('another site cannot make a browser act (P6)', async () => {
  const Cookie = await web.cookieOf(ADMINISTRATOR);
  const headers = { Cookie, 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = 'login=teacher&role=platform&uai=';
  expect((await web.send('/admin/administrators/grant', { method: 'POST', headers, body })).status).toBe(403);
});

test('the bricks of a school still answer its head, below the same address', async () => {
  expect((await web.as('head', `/admin/s/${SCHOOL}/bricks`)).status).toBe(200);
  expect((await web.as(ADMINISTRATOR, `/admin/s/${OTHER_SCHOOL}/bricks`)).status).toBe(200);
  expect((await web.as('head', `/admin/s/${OTHER_SCHOOL}/bricks`)).status).toBe(404);
});

test('the overview lists open problems, with their causes; the figures count both schools', async () => {
  const page = await words('/admin/');
  expect(page).toMatch(/2 choses vous attendent/);
  expect(page).toMatch(/Papier est en panne torn.*the sheet is torn/);
  expect(page).toMatch(/écoles 2/);
  expect(page).toMatch(/personnes 14/);
});

test('the bricks: version, kind, where they are on, and why one failed', async () => {
  const page = await words('/admin/bricks');
  expect(page).toMatch(/Papier Prête version 1\.0\.0, pour les écoles, allumée dans 2 écoles/);
  expect(page).toMatch(/Papier En panne .*the sheet is torn/);
  web.host.troubles.note('paper', new Error('the ink ran out'));
  expect(await words('/admin/bricks')).toMatch(
    /1 ennui depuis le démarrage Le dernier \(aujourd’hui à 11 h\) : the ink ran out/,
  );
  const { clock, database } = web.host;
  const job = newJob({ brick: 'paper', uai: SCHOOL, name: 'send', key: null, data: {} }, clock.now());
  await database.unitOfWork.run((manager) => manager.insert(JobRow, { ...job, gaveUpAt: clock.now() }));
  expect(await words('/admin/bricks')).toMatch(/the ink ran out 1 tâche a échoué Tapez « volee job list »/);
  await web.host.activations.disable(OTHER_SCHOOL, 'paper', 'cli');
  expect(await words('/admin/bricks')).toMatch(/Prête version 1\.0\.0, pour les écoles, allumée dans 1 école /);
});

test('a brick that is gone is still counted where it is on, on each page', async () => {
  const countOn = async (): Promise<number> =>
    Number(/toutes écoles confondues (\d+)/.exec(await words('/admin/'))?.[1]);
  const before = await countOn();
  expect(await words('/admin/bricks')).toMatch(/lost En panne on ne sait pas de quelle sorte, allumée dans \d école/);
  expect(await words('/admin/schools?brick=lost')).toMatch(/École des Lilas/);
  await web.host.activations.disable(SCHOOL, 'lost', 'cli');
  expect(await countOn()).toBe(before - 1);
  expect(await words('/admin/schools?brick=lost:off')).toMatch(/École des Lilas/);
});

test('T10 the schools: each with its own figures and bricks, searched, and filtered by brick', async () => {
  const page = await words('/admin/schools');
  expect(page).toMatch(/2 écoles/);
  expect(page).toMatch(/École des Lilas 0390001X, école 2 3 4 1 1 2 /);
  expect(page).toMatch(/Collège du Parc 0390002Y, collège 1 2 3 1 0 1 /);
  expect(await words('/admin/schools?q=LILAS')).toMatch(/1 école .*École des Lilas/);
  expect(await words('/admin/schools?q=LILAS')).not.toMatch(/Collège du Parc/);
  expect(await words('/admin/schools?brick=paper')).not.toMatch(/Collège du Parc/);
  expect(await words('/admin/schools?brick=paper:off')).toMatch(/1 école .*Collège du Parc/);
  expect(await words('/admin/schools?q=zzz')).toMatch(/Aucune école ne répond/);
});

test.each([
  '/admin/schools?q=a&q=b',
  '/admin/schools?q[]=a',
  '/admin/schools?q[x]=a',
  '/admin/schools?q=%00',
  '/admin/schools?q=%25_%00%27%22%5C',
  `/admin/schools?q=${'%C3%A9'.repeat(2000)}`,
  '/admin/schools?brick=nothing',
  '/admin/schools?brick=constructor',
  '/admin/schools?brick=paper&brick=torn',
  ...['-1', '0', '1e9', '999999999', '99999999999999999999', 'NaN', '1.5', '%00'].flatMap((page) => [
    `/admin/schools?page=${page}`,
    `/admin/syncs?page=${page}`,
    `/admin/administrators?page=${page}`,
  ]),
  '/admin/administrators?q=%25&q=_',
  '/admin/administrators?q=%25_%00',
  '/admin/audit?school=%00&person=%00&action=%00&outcome=%00&from=%00&until=%00&before=%00',
  '/admin/audit?school=a&school=b&person=a&person=b&action[x]=1&outcome=maybe',
  '/admin/audit?action=constructor&outcome=__proto__',
  '/admin/audit?from=0000-01-01&until=9999-12-31',
  '/admin/audit?before=9999999999999.ffff',
  '/admin/audit?before=0.0',
  '/admin/audit?before=99999999999999.x&before=1.1',
])('%s is answered, whatever it asks', async (path) => {
  const page = await web.as(ADMINISTRATOR, path);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('\u0000');
});

test.each(['from=2026-02-30&until=0000-00-00', 'person=%25', 'school=%25'])(
  'a journal of %s is answered with the page, and what is wrong',
  async (query) => {
    const page = await web.as(ADMINISTRATOR, `/admin/audit?${query}`);
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/aria-invalid="true"/);
  },
);

test.each(['0', '-1', '2147483648', '99999999999', '1.5', 'x', '%00', '1%20OR%201=1'])(
  'a run %s that is none is not there',
  async (id) => {
    expect((await web.as(ADMINISTRATOR, `/admin/syncs/${id}`)).status).toBe(404);
  },
);

test('typed text is escaped', async () => {
  const evil = encodeURIComponent('"><script>alert(1)</script>');
  for (const path of [
    `/admin/schools?q=${evil}`,
    `/admin/administrators?q=${evil}`,
    `/admin/audit?person=${evil}&school=${evil}`,
  ]) {
    expect((await web.as(ADMINISTRATOR, path)).text).not.toContain('<script>alert');
  }
});
