// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../../testing/sample-directory.js';
import { newId } from '../../../infra/database/new-id.js';
import { examine } from '../../../app/doctor/examine.js';
import { AttachmentRow } from '../../../domain/directory/attachment.entity.js';
import { ExternalIdRow } from '../../../domain/directory/external-id.entity.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';

const web = await bootConsole();
afterAll(() => web.stop());

const LIST = '/admin/administrators';
const GRANT = `${LIST}/grant`;
const REVOKE = `${LIST}/revoke`;
const KEEP = `${LIST}/keep`;
const post = (path: string, body: string) => web.as(ADMINISTRATOR, path, body);
const idOf = async (login: string): Promise<string> =>
  (await web.host.directory.personByLogin('ldap', login))?.id ?? '';
const right = async (login: string, uai = ''): Promise<string> => `person=${await idOf(login)}&uai=${uai}`;
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

test('granting the platform or a school takes effect at once and shows one notice', async () => {
  const granted = await post(GRANT, 'login=Teacher&role=platform&uai=');
  expect([granted.status, granted.headers.location]).toEqual([303, LIST]);
  expect(await words(LIST)).toMatch(/Claire Vuillet tient maintenant la plateforme\./);
  expect((await web.as('teacher', '/admin/')).status).toBe(200);
  expect((await post(GRANT, `login=staff&role=head&uai=${OTHER_SCHOOL.toLowerCase()}`)).status).toBe(303);
  expect(await words(LIST)).toMatch(/Odile Perret a maintenant la direction du Collège du Parc\./);
  expect((await web.as('staff', `/admin/s/${OTHER_SCHOOL}/bricks`)).status).toBe(200);
  // A school in the form is ignored when the right is for the platform.
  expect((await post(GRANT, `login=guardian&role=platform&uai=${SCHOOL}`)).status).toBe(303);
  expect(await holders()).toContain('guardian platform');
});

test('a person and a school are found by name; the right is given only to the chosen one', async () => {
  const before = await holders();
  const found = await post(GRANT, 'login=faivre&role=head&uai=parc');
  expect(found.status).toBe(200);
  const page = wordsOf(found);
  expect(page).toMatch(
    /Qui est-ce \? Inès Faivre pupil · Élève, École des Lilas Sophie Faivre guardian · Parent, École des Lilas/,
  );
  expect(page).toMatch(/Quelle école \? Collège du Parc 0390002Y/);
  expect(await holders()).toEqual(before);

  const choice = `login=faivre&role=head&uai=parc&person=${await idOf('guardian')}&school=${OTHER_SCHOOL}`;
  expect((await post(GRANT, choice)).status).toBe(303);
  expect(await words(LIST)).toMatch(/Sophie Faivre a maintenant la direction du Collège du Parc\./);
  await post(REVOKE, await right('guardian', OTHER_SCHOOL));
});

test('H3 a pupil is given no right, and told apart from a parent of the same name', async () => {
  const before = await holders();
  for (const role of ['platform', `head&uai=${SCHOOL}`]) {
    const answer = await post(GRANT, `login=faivre&role=${role}&person=${await idOf('pupil')}`);
    expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringContaining('Un droit ne va qu’aux adultes.')]);
  }
  expect(await holders()).toEqual(before);
});

test('of what was chosen before the search changed, nothing is given', async () => {
  const before = await holders();
  for (const body of [
    `login=vuillet&role=platform&person=${await idOf('guardian')}`,
    `login=faivre&role=platform&person=${newId()}`,
    `login=faivre&role=platform&person=x%00`,
    `login=faivre&role=head&uai=lilas&person=${await idOf('guardian')}&school=${OTHER_SCHOOL}`,
  ]) {
    expect((await post(GRANT, body)).status).toBe(200);
    expect(await holders()).toEqual(before);
  }
});

test.each<[string, string, number, RegExp]>([
  ['login=&role=platform&uai=', 'field-login', 400, /Écrivez un nom ou un identifiant/],
  ['', 'field-login', 400, /Écrivez un nom ou un identifiant/],
  ['login=a&login=b&role=platform', 'field-login', 400, /Écrivez un nom ou un identifiant/],
  ['login=nobody&role=platform&uai=', 'field-login', 400, /Personne n’a ce nom ni cet identifiant/],
  ['login=%00&role=head&uai=0390001X', 'field-login', 400, /Écrivez un nom ou un identifiant/],
  ['login=staff&role=platform&uai=', 'field-login', 409, /a déjà ce droit/],
  ['login=head&role=head&uai=0390001X', 'field-login', 409, /a déjà ce droit/],
  ['login=teacher&role=head&uai=', 'field-uai', 400, /Écrivez le nom ou l’UAI de l’école/],
  ['login=teacher&role=head&uai=Les+Acacias', 'field-uai', 400, /Aucune école n’a ce nom ni cet UAI/],
  ['login=teacher&role=head&uai=0399999Z', 'field-uai', 400, /Aucune école n’a ce nom ni cet UAI/],
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

test('before a right is revoked the page names the person and the school; the form revokes it', async () => {
  const question = await words(`${REVOKE}?${await right('head', SCHOOL)}`);
  expect(question).toMatch(/Mathieu Grosjean n’aura plus la direction de l’École des Lilas\./);
  expect(question).toMatch(/Retirer le droit de Mathieu Grosjean/);
  expect(await holders()).toContain(`head ${SCHOOL}`);
  expect((await post(REVOKE, await right('head', SCHOOL))).status).toBe(303);
  expect(await words(LIST)).toMatch(/Le droit de Mathieu Grosjean est retiré\./);
  expect(await holders()).not.toContain(`head ${SCHOOL}`);
  expect((await web.as('head', `/admin/s/${SCHOOL}/bricks`)).status).toBe(404);
});

test.each([
  ['head', OTHER_SCHOOL],
  ['head', ''],
  ['nobody', ''],
  ['staff', 'x%00'],
  ['staff', `${SCHOOL}&person=x`],
])('T1 a right that no person has, of %p in %p, is a 404', async (login, uai) => {
  const before = await holders();
  const body = await right(login, uai);
  expect((await web.as(ADMINISTRATOR, `${REVOKE}?${body}`)).status).toBe(404);
  expect((await post(REVOKE, body)).status).toBe(404);
  expect(await holders()).toEqual(before);
});

test('T1 the form revokes the right of the person on the page, even if another person has the login by then', async () => {
  await web.host.administrators.grant('teacherofotherschool', OTHER_SCHOOL, 'cli');
  const { manager } = web.host.database.dataSource;
  const personId = await idOf('teacherofotherschool');
  const { id } = await manager.findOneByOrFail(ExternalIdRow, { personId });
  const page = await web.as(ADMINISTRATOR, `${REVOKE}?person=${personId}&uai=${OTHER_SCHOOL}`);
  const sent = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ]);
  await manager.update(ExternalIdRow, { id }, { login: 'karim.bensalem' });
  const heir = await manager.findOneByOrFail(ExternalIdRow, { login: 'headofotherschool' });
  await manager.update(ExternalIdRow, { id: heir.id }, { login: 'teacherofotherschool' });
  expect((await post(REVOKE, new URLSearchParams(sent).toString())).status).toBe(303);
  expect(await holders()).toContain(`teacherofotherschool ${OTHER_SCHOOL}`);
  expect(await holders()).not.toContain(`karim.bensalem ${OTHER_SCHOOL}`);
});

test('H2 a head that the directory names no more is listed with the day of the end, and kept by one button', async () => {
  const { manager } = web.host.database.dataSource;
  const personId = await idOf('teacher');
  expect(await words(LIST)).not.toMatch(/Directions que l’annuaire ne nomme plus/);
  await web.host.administrators.grantTo(personId, SCHOOL, 'cli');
  const until = new Date(web.host.clock.now().getTime() + 1_000);
  await manager.update(AttachmentRow, { personId, source: 'ldap', uai: SCHOOL }, { until });
  const body = await right('teacher', SCHOOL);
  expect(await words(LIST)).toMatch(
    /Directions que l’annuaire ne nomme plus .*Claire Vuillet École des Lilas depuis le 24 novembre le 24 décembre Garder Retirer/,
  );
  const { database, people } = web.host.settings;
  const settings = { bricks: {}, database, people };
  const lines = await examine({ settings, problems: [], bricks: [], env: {}, clock: web.clock });
  expect(lines.filter(({ check, state }) => check === 'grants' && state === 'warn')).toEqual([
    expect.objectContaining({
      sentence: expect.stringMatching(/^teacher is head of 0390001X by grant, .* ends on 2026-12-24\.$/),
    }),
  ]);
  expect((await web.as('head', KEEP, body)).status).toBe(404);
  expect((await post(KEEP, await right('pupil', SCHOOL))).status).toBe(404);
  web.clock.advance(2_000);
  expect((await post(KEEP, body)).status).toBe(303);
  expect(await words(LIST)).toMatch(/Claire Vuillet garde la direction\./);
  expect(await words(LIST)).not.toMatch(/Directions que l’annuaire ne nomme plus/);
  expect(await holders()).toContain(`teacher ${SCHOOL}`);
  // A second click finds nothing to keep, and takes nothing.
  expect((await post(KEEP, body)).status).toBe(303);
  await post(REVOKE, body);
  await manager.update(AttachmentRow, { personId, source: 'ldap', uai: SCHOOL }, { until: null });
});

test('two persons with one login in two directories: revoking one right keeps the other', async () => {
  await web.host.administrators.grant('guardian', SCHOOL, 'cli');
  const { manager } = web.host.database.dataSource;
  const second = { id: newId(), source: 'second', key: 'k', login: 'guardian', personId: await idOf('pupil') };
  await manager.insert(ExternalIdRow, { ...second, leftAt: null });
  expect((await post(GRANT, `login=guardian&role=head&uai=${OTHER_SCHOOL}`)).status).toBe(400);
  expect((await post(REVOKE, await right('guardian', SCHOOL))).status).toBe(303);
  expect(await words(LIST)).toMatch(/Le droit de Sophie Faivre est retiré\./);
  expect(await holders()).not.toContain(`guardian ${SCHOOL}`);
  await manager.delete(ExternalIdRow, { id: second.id });
});

test('a login as long as one can be is read whole', async () => {
  const login = 'n'.repeat(190);
  const { manager } = web.host.database.dataSource;
  const personId = await idOf('guardianinbothschools');
  await manager.update(ExternalIdRow, { personId }, { login });
  expect((await post(GRANT, `login=${login}&role=head&uai=${SCHOOL}`)).status).toBe(303);
  expect(await words(LIST)).toMatch(/Luc Faivre-Marguet a maintenant la direction de l’École des Lilas\./);
  expect(await holders()).toContain(`${login} ${SCHOOL}`);
});

test('the last administrator of the platform stays: the page says why, and what to do first', async () => {
  for (const login of ['teacher', 'guardian']) {
    if ((await holders()).includes(`${login} platform`)) await post(REVOKE, await right(login));
  }
  expect(await words(`${REVOKE}?${await right('staff')}`)).toMatch(/C’est votre propre droit/);
  const refused = await post(REVOKE, await right('staff'));
  expect(refused.status).toBe(409);
  expect(wordsOf(refused)).toMatch(
    /la dernière personne qui tient la plateforme\. Donnez d’abord ce droit à quelqu’un/,
  );
  expect(await holders()).toContain('staff platform');
});

test('administrators that revoke their own right are redirected home, and get a 404 here', async () => {
  await post(GRANT, 'login=teacher&role=platform&uai=');
  const gone = await post(REVOKE, await right('staff'));
  expect([gone.status, gone.headers.location]).toEqual([303, '/']);
  expect((await web.as(ADMINISTRATOR, LIST)).status).toBe(404);
});
