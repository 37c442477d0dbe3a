// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import type { ActivationChoice } from '../../domain/activation/activation-choice.js';
import { ActivationRow } from '../../domain/activation/activation.entity.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { form, hidden, openConsole, query, wordsOf } from './console-for-tests.js';

const { web, get, post, group } = await openConsole([replyBrick]);
afterAll(() => web.stop());

const PAGE = `/admin/s/${SCHOOL}/bricks`;
const ENDS = 'L’outil Papier s’arrête pour';
/** Monday 7 December begins in France. */
const MONDAY = new Date('2026-12-06T23:00:00Z');
const cm1 = await group('CM1');
const { activations } = web.host;

const read = async (role: Role, path: string): Promise<string> => wordsOf(await get(role, path));
const portalOf = (role: Role): Promise<string> => read(role, `/s/${SCHOOL}/`);

beforeEach(async () => {
  web.clock.set(new Date('2026-11-24T10:00:00Z'));
  await web.host.database.dataSource.manager.delete(ActivationRow, { uai: SCHOOL });
});

async function decided(changes: Partial<ActivationChoice>, rule?: string): Promise<string> {
  const choice = { profiles: [], groupIds: [], from: null, until: null, ...changes };
  const { id } = rule
    ? await activations.change(SCHOOL, 'paper', rule, 'cli', choice)
    : await activations.enable(SCHOOL, 'paper', 'cli', choice);
  web.clock.advance(1000);
  return id;
}

test('a brick without an end says nothing about one', async () => {
  await decided({});
  expect(await read('head', PAGE)).toMatch(/Papier Allumé Toute l’école/);
  for (const role of ['pupil', 'guardian', 'teacher', 'head'] as const) {
    expect(await portalOf(role)).not.toContain(ENDS);
  }
});

test('the head reads the last day of a brick in the list, and all who lose it on their pages', async () => {
  await decided({ until: MONDAY });
  expect(await read('head', PAGE)).toMatch(/Papier Allumé jusqu’au dimanche 6 décembre Toute l’école/);
  const monday = 'le lundi 7 décembre.';
  expect(await portalOf('pupil')).toContain(`${ENDS} toi ${monday} Ton école garde ce que tu y as.`);
  for (const role of ['guardian', 'teacher', 'head'] as const) {
    expect(await portalOf(role)).toContain(`${ENDS} vous ${monday} L’école garde ce que vous y avez.`);
  }
  const pages = [`/s/${SCHOOL}/paper/`, `/s/${SCHOOL}/paper/nowhere`, `/account`];
  const said = await Promise.all(pages.map(async (page) => (await read('teacher', page)).includes(ENDS)));
  expect(said).toEqual([true, false, false]);
});

test('nobody reads of an end that is more than a month away', async () => {
  await decided({ until: new Date('2027-07-03T22:00:00Z') });
  expect(await portalOf('pupil')).not.toContain(ENDS);
  expect(await read('head', PAGE)).toContain('Allumé jusqu’au samedi 3 juillet 2027');
});

test('a brick that will be for one class names it in the list; only people outside of the class read of an end', async () => {
  const whole = await decided({});
  await decided({ groupIds: [cm1], from: MONDAY }, whole);
  expect(await read('head', PAGE)).toMatch(
    /Papier Allumé Toute l’école, 2 classes\. À partir du lundi 7 décembre : seulement CM1, avec la direction/,
  );
  const roles = ['pupil', 'guardian', 'teacher', 'head', 'pupilOfOtherClass', 'guardianOfOtherClass'] as const;
  const losing = await Promise.all(roles.map(async (role) => ((await portalOf(role)).includes(ENDS) ? [role] : [])));
  expect(losing.flat()).toEqual(['pupilOfOtherClass', 'guardianOfOtherClass']);
  web.clock.set(MONDAY);
  expect((await get('pupilOfOtherClass', `/s/${SCHOOL}/paper/`)).status).toBe(404);
  expect(await portalOf('pupil')).not.toContain(ENDS);
});

test('a brick that will be for more people is for them « à partir du », and stops for nobody', async () => {
  const rule = await decided({ groupIds: [cm1] });
  await decided({ from: MONDAY }, rule);
  expect(await read('head', PAGE)).toMatch(/CM1, avec la direction\. À partir du lundi 7 décembre : toute l’école/);
  expect(await portalOf('pupil')).not.toContain(ENDS);
});

test('the end in one school is not told in another', async () => {
  await decided({ until: MONDAY });
  expect(await read('teacherInBothSchools', `/s/${OTHER_SCHOOL}/paper/`)).not.toContain(ENDS);
  expect(await read('teacherInBothSchools', `/s/${SCHOOL}/paper/`)).toContain(ENDS);
});

test('the button of a choice that begins later says its day, and so does the history', async () => {
  const rule = await decided({});
  const choice = form({ rule, groups: [cm1], from: '2026-12-07' });
  const preview = await read('head', `${PAGE}?${query([['brick', 'paper'], ...choice])}`);
  expect(preview).toMatch(/Retirer à 3 personnes le 7 décembre/);
  const seen = hidden(await get('head', `${PAGE}?brick=paper`), 'seen');
  await post('head', `${PAGE}/paper`, [...choice, ['on', 'true'], ['seen', seen]]);
  const page = `${PAGE}?brick=paper`;
  expect(await read('head', page)).toContain('changé à partir du 7 décembre, pour CM1, avec la direction.');
  web.clock.set(new Date('2026-12-08T10:00:00Z'));
  const [now] = await activations.rules(SCHOOL, 'paper');
  await decided({});
  await activations.endRule(SCHOOL, 'paper', now?.id ?? '', 'cli');
  expect(await read('head', page)).toContain('arrêté pour CM1, avec la direction.');
});

test('a choice with an end says until which day people keep the brick, before the click and after', async () => {
  const rule = await decided({});
  const choice = form({ rule, until: '2026-12-06' });
  expect(await read('head', `${PAGE}?${query([['brick', 'paper'], ...choice])}`)).toMatch(
    /Garderont jusqu’au 6 décembre .* Garder jusqu’au 6 décembre/,
  );
  const seen = hidden(await get('head', `${PAGE}?brick=paper`), 'seen');
  await post('head', `${PAGE}/paper`, [...choice, ['on', 'true'], ['seen', seen]]);
  expect(await read('head', `${PAGE}?brick=paper`)).toContain('Papier : c’est changé, jusqu’au 6 décembre.');
});
