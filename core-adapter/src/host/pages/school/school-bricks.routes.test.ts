// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { AuditLine } from '../../domain/audit/audit-line.entity.js';
import { replyBrick, failingBrick } from '../../http/reply-brick-for-tests.js';
import { openConsole, wordsOf } from './console-for-tests.js';

const forHeads = defineBrick(
  {
    ...{ id: 'for-heads', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', settings: z.strictObject({}) },
    locales: { fr: { title: 'Bureau', summary: 'Des papiers' }, en: { title: 'Office', summary: 'Papers' } },
    permissions: { read: { profiles: ['head'] } },
  },
  ({ http }) => {
    http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), ''));
  },
);

const { web, get, post, personId } = await openConsole([replyBrick, failingBrick, forHeads], ['@test/nowhere']);
afterAll(() => web.stop());

const PAGE = `/admin/s/${SCHOOL}/bricks`;
const SWITCH = `${PAGE}/paper`;

const isOn = async (uai = SCHOOL): Promise<boolean> =>
  (await web.host.activations.bricksOn([uai])).get(uai)?.includes('paper') ?? false;

beforeEach(async () => {
  web.clock.advance(60_000);
  if (!(await isOn())) await web.host.activations.enable(SCHOOL, 'paper', 'cli');
});

test('the head sees every brick, whether it is on or broken, and the persons that it reaches', async () => {
  const page = wordsOf(await get('head', PAGE));
  expect(page).toMatch(/Papier Allumé/);
  expect(page).toMatch(/En panne/);
  // Two pupils, three guardians, four teachers and the head, also one of these; no staff.
  for (const figure of [
    /élèves 2|2 élèves/,
    /parents 3|3 parents/,
    /membres de l’équipe enseignante 4|4 membres de l’équipe enseignante/,
    /membres de l’équipe enseignante et la direction/,
  ]) {
    expect(page).toMatch(figure);
  }
  expect(page).not.toMatch(/personnel/);
});

test('the head of a collège reads « collège » where that of an école reads « école »', async () => {
  const choose = '?brick=paper&rule=new';
  const ofCollege = wordsOf(await get('headOfOtherSchool', `/admin/s/${OTHER_SCHOOL}/bricks${choose}`));
  expect(ofCollege).toMatch(/Les outils du collège.*Tout le collège/);
  expect(ofCollege).not.toMatch(/outils de l’école|Toute l’école/);
  expect(wordsOf(await get('head', `${PAGE}${choose}`))).toMatch(/Les outils de l’école.*Toute l’école/);
});

test('a brick for heads alone says so, however its rule was written', async () => {
  const rest = { groupIds: [], from: null, until: null };
  for (const profiles of [[], ['head' as const]]) {
    await web.host.activations.disable(SCHOOL, 'for-heads', 'cli');
    web.clock.advance(1000);
    await web.host.activations.enable(SCHOOL, 'for-heads', 'cli', { ...rest, profiles });
    const page = wordsOf(await get('head', `${PAGE}?brick=for-heads`));
    expect(page).toMatch(/Bureau Allumé Direction, toute l’école .*Direction, toute l’école, depuis le/);
    expect(page).toMatch(/allumé pour toute l’école \(direction\)/);
  }
});

test('a brick that could not even be read is there, out of order, and can be switched off and on', async () => {
  const page = wordsOf(await get('head', `${PAGE}?brick=nowhere`));
  expect(page).toMatch(/nowhere En panne .* personne ne peut l’ouvrir/);
  for (const on of [false, true]) {
    expect((await post('head', `${PAGE}/nowhere`, `on=${on}`)).status).toBe(303);
    expect(await web.host.activations.rules(SCHOOL, 'nowhere')).toHaveLength(on ? 1 : 0);
  }
});

test('switching off and on takes effect at once, shows one notice, and adds to the history', async () => {
  const off = await post('head', SWITCH, 'on=false');
  expect([off.status, off.headers.location, await isOn()]).toEqual([303, `${PAGE}?brick=paper`, false]);
  expect(wordsOf(await get('head', `${PAGE}?brick=paper`))).toMatch(
    /l’outil est éteint pour \d+ personnes\. Rien n’a été effacé\./,
  );
  expect((await get('pupil', `/s/${SCHOOL}/paper/`)).status).toBe(404);

  web.clock.advance(3_600_000);
  await post('head', SWITCH, 'on=true');
  const page = wordsOf(await get('head', `${PAGE}?brick=paper`));
  expect(page).toMatch(/l’outil est allumé/);
  expect(page).toMatch(
    /12 h \d\d, Mathieu Grosjean : allumé pour toute l’école\..*11 h \d\d, Mathieu Grosjean : éteint\./,
  );
  expect(page).toMatch(/L’administration : allumé pour toute l’école\./);
  expect((await get('pupil', `/s/${SCHOOL}/paper/`)).status).toBe(200);
  expect(wordsOf(await get('head', `${PAGE}?brick=paper`))).not.toMatch(/l’outil est allumé/);
});

test('each switch is audited with its actor, school and choice', async () => {
  const { manager } = web.host.database.dataSource;
  await manager.clear(AuditLine);
  await post('head', SWITCH, 'on=false');
  expect(await manager.find(AuditLine)).toEqual([
    {
      id: expect.any(String),
      at: web.clock.now(),
      actor: await personId('head'),
      uai: SCHOOL,
      action: 'core.brick.disable',
      subject: { brick: 'paper' },
      outcome: 'done',
    },
  ]);
});

test('the second of two heads reads the name and the change of the first', async () => {
  await web.host.administrators.grant('staff', null, 'cli');
  await post('head', SWITCH, 'on=false');
  const late = await post('staff', SWITCH, 'on=false');
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toMatch(/Mathieu Grosjean a changé cet outil aujourd’hui à 12 h \d\d : éteint\./);
  expect(await isOn()).toBe(false);
  await web.host.administrators.revoke('staff', null, 'cli');
});

test('an administrator of the platform may switch bricks in every school, even without a profile there', async () => {
  expect((await get('teacher', PAGE)).status).toBe(404);
  await web.host.administrators.grant('teacher', null, 'cli');
  expect((await get('teacher', PAGE)).status).toBe(200);
  const there = `/admin/s/${OTHER_SCHOOL}/bricks`;
  expect((await get('teacher', there)).status).toBe(200);
  expect((await post('teacher', `${there}/paper`, 'on=false')).status).toBe(303);
  expect(await isOn(OTHER_SCHOOL)).toBe(false);
  expect((await get('teacher', '/admin/s/0399999Z/bricks')).status).toBe(404);
  await web.host.administrators.revoke('teacher', null, 'cli');
  expect((await get('teacher', there)).status).toBe(404);
  await web.host.activations.enable(OTHER_SCHOOL, 'paper', 'cli');
});

test.each<Role>(['headOfOtherSchool', 'teacher', 'teacherInBothSchools', 'pupil', 'guardian', 'staff'])(
  'T1, T8: %s gets a 404, and nothing is switched',
  async (role) => {
    expect((await get(role, PAGE)).status).toBe(404);
    expect((await post(role, SWITCH, 'on=false')).status).toBe(404);
    expect(await isOn()).toBe(true);
  },
);

test('without a session a browser goes to the login', async () => {
  const { status, headers } = await web.send(PAGE);
  expect([status, headers.location]).toEqual([303, `/login?${new URLSearchParams({ to: PAGE }).toString()}`]);
});

test.each<[string, string, number]>([
  ['paper', '', 400],
  ['paper', 'on=maybe', 400],
  ['paper', 'on=false&on=true', 400],
  ['nothing', 'on=true', 404],
  ['constructor', 'on=true', 404],
])('an invalid form, %s %p, answers %d and changes nothing', async (brick, body, status) => {
  expect((await post('head', `${PAGE}/${brick}`, body)).status).toBe(status);
  expect(await isOn()).toBe(true);
});

test('a brick that is not in the address or not there: the first one is shown', async () => {
  for (const query of ['', '?brick=nothing', '?brick=', '?brick=paper&brick=torn', '?brick[x]=paper']) {
    expect((await get('head', PAGE + query)).status).toBe(200);
  }
  expect((await get('head', `${PAGE}?brick=<script>alert(1)</script>`)).text).not.toContain('<script>alert');
});
