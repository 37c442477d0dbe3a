// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import type { ActivationChoice } from '../../domain/activation/activation-choice.js';
import { ActivationRow } from '../../domain/activation/activation.entity.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { form, hidden, openConsole, query, wordsOf, type Fields } from './console-for-tests.js';

const { web, get, post, group } = await openConsole([replyBrick]);
afterAll(() => web.stop());
await web.host.administrators.grant('staff', SCHOOL, 'cli');

const PAGE = `/admin/s/${SCHOOL}/bricks`;
const CARD = `${PAGE}?brick=paper`;
const SWITCH = `${PAGE}/paper`;
const [cm1, cm2] = [await group('CM1'), await group('CM2')];
const { activations } = web.host;
const rules = (): Promise<ActivationRow[]> => activations.rules(SCHOOL, 'paper');
const read = async (path = CARD): Promise<string> => wordsOf(await get('head', path));
const seeing = (choice: Fields): string => `${PAGE}?${query([['brick', 'paper'], ...choice])}`;
const confirm = async (choice: Fields, role: Role = 'head', page = CARD) =>
  post(role, SWITCH, [...choice, ['on', 'true'], ['seen', hidden(await get(role, page), 'seen')]]);

/** Somebody decided this an hour ago. */
async function decided(changes: Partial<ActivationChoice>): Promise<string> {
  const choice = { profiles: [], groupIds: [], from: null, until: null, ...changes };
  const { id } = await activations.enable(SCHOOL, 'paper', 'cli', choice);
  web.clock.advance(3_600_000);
  return id;
}

beforeEach(async () => {
  web.clock.set(new Date('2026-11-24T10:00:00Z'));
  await web.host.database.dataSource.manager.delete(ActivationRow, { uai: SCHOOL });
});

test('a rule that is planned and then postponed begins on the second day, and not on the first', async () => {
  const rule = await decided({ from: new Date('2027-01-03T23:00:00Z') });
  const answer = await confirm(form({ rule, from: '2027-01-11' }));
  expect(answer.status).toBe(303);
  const page = await read();
  expect(page).toMatch(/Papier : cela changera le 11 janvier 2027\./);
  expect(page).toMatch(/toute l’école, à partir du 11 janvier 2027/);
  const has = async (day: string): Promise<number> => {
    web.clock.set(new Date(`${day}T10:00:00Z`));
    return (await get('pupil', `/s/${SCHOOL}/paper/`)).status;
  };
  expect([await has('2027-01-06'), await has('2027-01-10'), await has('2027-01-11')]).toEqual([404, 404, 200]);
});

test('a choice for a rule that another head stopped becomes a new rule, and replaces no other', async () => {
  const teachers = await decided({ profiles: ['teacher'] });
  const pupils = await decided({ profiles: ['pupil'], groupIds: [cm1] });
  const seen = hidden(await get('head', `${CARD}&rule=${pupils}`), 'seen');
  await post('staff', SWITCH, `on=false&rule=${pupils}`);
  const mine = form({ rule: pupils, profiles: ['pupil'], groups: [cm1, cm2] });
  const late = await post('head', SWITCH, [...mine, ['on', 'true'], ['seen', seen]]);
  const decision = { ...late, text: late.text.slice(late.text.indexOf('v-decision')) };
  expect([late.status, hidden(decision, 'rule')]).toEqual([409, 'new']);
  expect(wordsOf(late)).toMatch(/Odile Perret a changé cet outil .* Ajouter d’autres personnes/);
  expect(late.text).toMatch(new RegExp(`value="${cm2}" checked`));
  const again = form({ rule: hidden(decision, 'rule'), profiles: ['pupil'], groups: [cm1, cm2] });
  expect((await post('head', SWITCH, [...again, ['on', 'true'], ['seen', hidden(late, 'seen')]])).status).toBe(303);
  expect((await rules()).map(({ id }) => id)).toEqual([teachers, expect.any(String)]);
});

test('more people are counted on the day on which they get it, against whoever has it then', async () => {
  await decided({ until: new Date('2026-11-30T23:00:00Z') });
  // On 1 December nobody else has it any more.
  expect(await read(seeing(form({ groups: [cm1], from: '2026-12-01' })))).toMatch(/Ajouter 7 personnes/);
  expect(await read(seeing(form({ groups: [cm1] })))).toMatch(/Ajouter quand même/);
});

test('a double click reads that it is done; a new choice on an old page, that the rule changed', async () => {
  const seen = hidden(await get('head', CARD), 'seen');
  const choice: Fields = [...form({ groups: [cm1] }), ['on', 'true'], ['seen', seen]];
  const off: Fields = [['on', 'false']];
  for (const body of [choice, off]) {
    expect((await post('head', SWITCH, body)).status).toBe(303);
    const [before] = await activations.history(SCHOOL, 'paper');
    web.clock.advance(1000);
    expect((await post('head', SWITCH, body)).status).toBe(303);
    expect(await read()).toMatch(/Papier : c’est déjà fait\./);
    expect(await activations.history(SCHOOL, 'paper')).toEqual([before]);
  }
  await post('head', SWITCH, choice);
  const other = await post('head', SWITCH, [...form({ groups: [cm2] }), ['on', 'true'], ['seen', seen]]);
  expect(other.status).toBe(409);
  expect(wordsOf(other)).toMatch(/Cet outil a changé pendant que vous choisissiez/);
  expect(wordsOf(other)).not.toMatch(/Mathieu Grosjean a changé/);
});

test('an expired rule names no author; a change of weeks ago is shown with its day', async () => {
  await decided({ profiles: ['pupil'], until: new Date('2026-11-25T23:00:00Z') });
  const rule = await decided({ profiles: ['teacher'] });
  const asked: Fields = [...form({ rule, profiles: ['head'] }), ['on', 'true']];
  const seen = hidden(await get('head', CARD), 'seen');
  web.clock.set(new Date('2026-12-20T10:00:00Z'));
  const ranOut = wordsOf(await post('head', SWITCH, [...asked, ['seen', seen]]));
  expect(ranOut).toMatch(/Cet outil a changé pendant que vous choisissiez/);
  web.clock.set(new Date('2026-11-24T16:00:00Z'));
  await post('staff', SWITCH, `on=false&rule=${rule}`);
  web.clock.set(new Date('2026-12-20T10:00:00Z'));
  const late = wordsOf(await post('head', SWITCH, [...asked, ['seen', seen]]));
  expect(late).toMatch(
    /Odile Perret a changé cet outil le 24 novembre : arrêté pour toute l’école \(équipe enseignante\)\./,
  );
});

test('the history calls a brick off only when it is: a brick with a later change is on until then', async () => {
  const rule = await decided({});
  await confirm(form({ rule, groups: [cm1], from: '2026-12-01' }));
  const [, later] = await rules();
  web.clock.advance(3_600_000);
  expect(await read()).toMatch(/Ce choix n’a pas commencé : il n’aura pas lieu, et l’ancien continue\./);
  await post('head', SWITCH, `on=false&rule=${later?.id ?? ''}`);
  expect(await rules()).toMatchObject([{ id: rule, until: null }]);
  const history = (await read()).split('Ce qui a changé')[1] ?? '';
  expect(history).toMatch(
    /^ Aujourd’hui à 13 h, Mathieu Grosjean : changement prévu le 1er décembre annulé, pour CM1, avec la direction\./,
  );
  expect(history).not.toMatch(/éteint/);
});

test('the history keeps what each decision said, whatever later decisions did to its rules', async () => {
  const lines = async (): Promise<string[]> =>
    ((await read()).split('Ce qui a changé')[1] ?? '').match(
      /(?:allumé|changé à|changement prévu|maintenant|arrêté|éteint)[^.]*\./g,
    ) ?? [];
  const rule = await decided({ until: new Date('2027-07-02T22:00:00Z') });
  await confirm(form({ rule, groups: [cm1], from: '2026-12-20', until: '2027-01-31' }));
  const reported = [
    'changé à partir du 20 décembre, pour CM1, avec la direction, jusqu’au 31 janvier 2027.',
    'allumé pour toute l’école, jusqu’au 2 juillet 2027.',
  ];
  expect(await lines()).toEqual(reported);

  web.clock.advance(3_600_000);
  await post('head', SWITCH, 'on=false');
  expect(await lines()).toEqual(['éteint.', ...reported]);
  expect(await read()).toMatch(
    /Rallumer comme avant Toute l’école, jusqu’au 19 décembre CM1, avec la direction, à partir du 20 décembre, jusqu’au 31 janvier 2027/,
  );

  web.clock.advance(60_000);
  await post('head', SWITCH, [
    ['on', 'true'],
    ['again', 'true'],
    ['seen', hidden(await get('head', CARD), 'seen')],
  ]);
  const again =
    'allumé pour toute l’école, jusqu’au 19 décembre et CM1, avec la direction, à partir du 20 décembre, jusqu’au 31 janvier 2027.';
  expect(await lines()).toEqual([again, 'éteint.', ...reported]);

  // A later choice that is given up leaves the lines of before alone.
  web.clock.advance(60_000);
  const [, later] = await rules();
  await post('head', SWITCH, `on=false&rule=${later?.id ?? ''}`);
  expect(await lines()).toEqual([
    'changement prévu le 20 décembre annulé, pour CM1, avec la direction.',
    again,
    'éteint.',
    ...reported,
  ]);
});

test('the history keeps every decision: the last fifty, then all when they are asked for', async () => {
  const first = await decided({ profiles: ['head'] });
  for (let round = 0; round < 26; round += 1) {
    const { id } = await activations.enable(SCHOOL, 'paper', 'cli', {
      ...{ profiles: ['pupil'], groupIds: [], from: null, until: null },
    });
    web.clock.advance(60_000);
    await activations.endRule(SCHOOL, 'paper', id, 'cli');
    web.clock.advance(60_000);
  }
  await activations.endRule(SCHOOL, 'paper', first, 'cli');
  const lines = (text: string): number => text.match(/L’administration :/g)?.length ?? 0;
  const page = await get('head', CARD);
  expect(lines(wordsOf(page))).toBe(50);
  // The oldest rule was ended last.
  expect(wordsOf(page)).toMatch(/Ce qui a changé [^:]*L’administration : éteint\./);
  const all = /href="([^"]*part=history)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? 'no link';
  expect(lines(await read(all))).toBe(54);
  expect((await get('head', all)).text).not.toContain('part=history');
});

test('others may be added until the rule for everybody is in force', async () => {
  await decided({ profiles: ['teacher'] });
  await decided({ from: new Date('2026-11-30T23:00:00Z') });
  expect(await read()).toMatch(/Ajouter d’autres personnes/);
  web.clock.set(new Date('2026-12-01T10:00:00Z'));
  expect(await read()).not.toMatch(/Ajouter d’autres personnes/);
});

test('before one rule is stopped: the number of persons that lose the brick and have no other rule', async () => {
  await decided({ profiles: ['pupil'], groupIds: [cm1] });
  expect(await read(`${CARD}&rule=new`)).toMatch(
    /Arrêter : [^.]*novembre 1 personne n’aura plus l’outil, tout de suite\./,
  );
  await decided({ profiles: ['teacher', 'pupil'] });
  await decided({ profiles: ['head'], from: new Date('2026-11-30T23:00:00Z') });
  const page = await read();
  expect(page).toMatch(/CM1, depuis le 24 novembre Personne ne perd l’outil\./);
  expect(page).toMatch(/5 personnes n’auront plus l’outil, tout de suite\./);
  expect(page).toMatch(/Ce choix n’a pas commencé : il n’aura pas lieu\./);
});

test('with several rules, a class that is unticked is not said to lose the brick', async () => {
  const rule = await decided({ groupIds: [cm1, cm2] });
  await decided({ profiles: ['pupil'] });
  const page = await read(seeing(form({ rule, groups: [cm2] })));
  expect(page).toMatch(/Retirer à 4 personnes/);
  expect(page).not.toMatch(/(Vous retirez|Retirer) la classe CM1/);
});

test('T1: a change in one school leaves the other’s rules alone', async () => {
  expect(await activations.rules(OTHER_SCHOOL, 'paper')).toHaveLength(1);
  expect(await activations.history(OTHER_SCHOOL, 'paper')).toHaveLength(1);
});
