// SPDX-License-Identifier: EUPL-1.2
import { samplePeople, sampleSchools } from '../envole-box/index.js';
import type { CookieBrowser } from '../services/cookie-browser.js';
import { startFullHost, STRANGER } from './full-host.js';

const full = await startFullHost();
const { url, host } = full;
afterAll(() => full.stop());

const [tilleuls, troisRivieres] = sampleSchools.map(({ uai }) => uai) as [string, string];

async function whoIs(browser: CookieBrowser): Promise<string | undefined> {
  const { status, text } = await browser.ask(`${url}/api/v1/me`);
  return status === 200 ? (JSON.parse(text) as { login: string }).login : undefined;
}

const count = async (table: string): Promise<number> => {
  const [row] = await host.database.dataSource.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`);
  return row?.n ?? -1;
};

test('C18: a user in no directory gets an explanation, and no account is created', async () => {
  const tables = ['core_person', 'core_external_id', 'core_attachment', 'core_session', 'core_last_login'];
  const before = await Promise.all(tables.map(count));
  const { page, browser } = await full.logIn(STRANGER);
  expect([page.status, page.text.includes('Votre compte n’est pas connu ici')]).toEqual([403, true]);
  expect(page.text).toMatch(/action="\/logout"/);
  expect(await Promise.all(tables.map(count))).toEqual(before);
  expect(await whoIs(browser)).toBeUndefined();
  expect(full.log.join('\n')).not.toMatch(/gaston|Inconnu/i);
});

test('C18: a user in the directory without a school gets another page', async () => {
  const person = await host.directory.personByLogin('ldap', 'lena.dangelo');
  const instant = new Date(full.clock.now().getTime() - 1).toISOString().replace('T', ' ').slice(0, 23);
  await host.database.dataSource.query(`UPDATE core_attachment SET until = ? WHERE personId = ?`, [
    instant,
    person?.id,
  ]);
  const { page, browser } = await full.logIn('lena.dangelo');
  expect([page.status, page.text.includes('Votre compte n’a pas d’école')]).toEqual([403, true]);
  expect(await whoIs(browser)).toBeUndefined();
});

test('C18: a school that is suspended: its people find no school, in or coming in; those of another go on', async () => {
  const [here, there] = [tilleuls, troisRivieres].map(
    (uai) => samplePeople.find((one) => one.uai === uai && one.profile === 'eleve')?.login ?? '',
  ) as [string, string];
  const [inHere, inThere] = [await full.logIn(here), await full.logIn(there)];
  const instant = new Date(full.clock.now().getTime() - 2).toISOString().replace('T', ' ').slice(0, 23);
  const write = (until: string | null, was: string): Promise<unknown> =>
    host.database.dataSource.query(`UPDATE core_attachment SET until = ? WHERE uai = ? AND until ${was}`, [
      until,
      troisRivieres,
    ]);
  await write(instant, 'IS NULL');

  for (const path of ['', 'file-share/'])
    expect((await inThere.browser.ask(`${url}/s/${troisRivieres}/${path}`)).status).toBe(404);
  const again = await full.logIn(there);
  expect(await whoIs(again.browser)).toBeUndefined();
  for (const { status, text } of [await inThere.browser.open(`${url}/`), again.page])
    expect([status, text.includes('Votre compte n’a pas d’école')]).toEqual([403, true]);
  expect((await inHere.browser.open(`${url}/s/${tilleuls}/file-share/`)).status).toBe(200);
  const { page: ofBoth } = await full.logIn('claire.vuillemin');
  expect([ofBoth.url, ofBoth.text.includes(troisRivieres)]).toEqual([`${url}/s/${tilleuls}/`, false]);

  await write(null, `= '${instant}'`);
  expect((await full.logIn(there)).page.url).toBe(`${url}/s/${troisRivieres}/`);
});

test('C18: in a school without active bricks the portal says so; the other school is not affected', async () => {
  await host.activations.disable(troisRivieres, 'file-share', 'cli');
  for (const [uai, isEmpty] of [
    [troisRivieres, true],
    [tilleuls, false],
  ] as const) {
    const { login = '' } = samplePeople.find((one) => one.uai === uai && one.profile === 'eleve') ?? {};
    const { page, browser } = await full.logIn(login);
    expect([page.status, page.url, await whoIs(browser)]).toEqual([200, `${url}/s/${uai}/`, login]);
    expect(page.text.includes('Il n’y a rien ici en ce moment')).toBe(isEmpty);
    expect(page.text.includes(`href="/s/${uai}/file-share/"`)).toBe(!isEmpty);
    expect((await browser.open(`${url}/s/${uai}/file-share/`)).status).toBe(isEmpty ? 404 : 200);
  }
  await host.activations.enable(troisRivieres, 'file-share', 'cli');
});

test('C18: a person that left the directory loses the session at once, and cannot log in again', async () => {
  const { browser } = await full.logIn('odile.ravier');
  const { entries } = full.directory;
  const at = entries.findIndex(({ attributes }) => attributes['uid']?.[0] === 'odile.ravier');
  const [entry] = entries.splice(at, 1);
  await full.sync();
  expect(await whoIs(browser)).toBeUndefined();
  const { page } = await full.logIn('odile.ravier');
  expect([page.status, page.text.includes('Votre compte est fermé')]).toEqual([403, true]);
  if (entry) entries.splice(at, 0, entry);
  await full.sync();
  expect(await whoIs((await full.logIn('odile.ravier')).browser)).toBe('odile.ravier');
});

test('C18: a user of two schools starts in the last one, in any browser; a school that they left is not used', async () => {
  const login = 'claire.vuillemin';
  const first = await full.logIn(login);
  const other = new URL(first.page.url).pathname.startsWith(`/s/${tilleuls}`) ? troisRivieres : tilleuls;
  const { text } = await first.browser.open(`${url}/s/${other}/`);
  expect(text).toContain(`/s/${new URL(first.page.url).pathname.split('/')[2] ?? ''}/`);
  expect(new URL((await full.logIn(login)).page.url).pathname).toBe(`/s/${other}/`);

  const person = await host.directory.personByLogin('ldap', login);
  const row = { personId: person?.id ?? '', uai: '0000000X' };
  await host.database.dataSource.query('UPDATE core_last_school SET uai = ? WHERE personId = ?', [
    row.uai,
    row.personId,
  ]);
  const { page } = await full.logIn(login);
  expect([page.status, page.url.includes(row.uai)]).toEqual([200, false]);
});

test('C18: a login is noted once for each person; a person in no directory leaves nothing', async () => {
  const before = await count('core_last_login');
  await full.logIn('mathieu.grosjean');
  await full.logIn('mathieu.grosjean');
  await full.logIn(STRANGER);
  expect(await count('core_last_login')).toBe(before + 1);
});
