// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { ActivationRow } from '../../domain/activation/activation.entity.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { form, hidden, openConsole, query, wordsOf, type Fields } from './console-for-tests.js';

const { web, get, post, group } = await openConsole([replyBrick]);
afterAll(() => web.stop());

const PAGE = `/admin/s/${SCHOOL}/bricks`;
const CARD = `${PAGE}?brick=paper`;
const SWITCH = `${PAGE}/paper`;
const cm1 = await group('CM1');
const cm2 = await group('CM2');
const sixthA = await group('6e A', OTHER_SCHOOL);

const { activations } = web.host;
const see = (fields: Fields, path = PAGE): ReturnType<typeof get> =>
  get('head', `${path}?${query([['brick', 'paper'], ...fields])}`);
const rules = (): Promise<ActivationRow[]> => activations.rules(SCHOOL, 'paper');
const has = async (role: 'pupil' | 'pupilOfOtherClass' | 'teacher'): Promise<boolean> =>
  (await get(role, `/s/${SCHOOL}/paper/`)).status === 200;
const on = (fields: Fields): Fields => [...fields, ['on', 'true']];

/** Switches the brick off, or on with a choice. */
async function start(choice?: { profiles?: ActivationRow['profiles']; groupIds?: string[] }): Promise<string> {
  web.clock.set(new Date('2026-11-24T10:00:00Z'));
  await web.host.database.dataSource.manager.delete(ActivationRow, { uai: SCHOOL });
  if (!choice) return '';
  const rest = { profiles: [], groupIds: [], from: null, until: null };
  const { id } = await activations.enable(SCHOOL, 'paper', 'cli', { ...rest, ...choice });
  web.clock.advance(60_000);
  return id;
}

test('before the click: the persons reached by the choice, and a button with their number', async () => {
  await start();
  const page = wordsOf(await see(form({ profiles: ['pupil', 'guardian'], groups: [cm1] })));
  expect(page).toMatch(/Qui l’aura L’auront 1 élève et 2 parents En chiffres élève 1 parents 2/);
  expect(page).toMatch(/Voir les 3 personnes Allumer Papier pour 3 personnes Ne rien changer Voir qui l’aura/);
  expect(await rules()).toEqual([]);
});

test('for two profiles of one class, between two days: a pupil has it then, and neither before nor after', async () => {
  await start();
  const choice = form({ profiles: ['pupil', 'guardian'], groups: [cm1], from: '2026-12-01', until: '2026-12-04' });
  expect(wordsOf(await see(choice))).toMatch(/Qui l’aura le 1er décembre/);
  expect((await post('head', SWITCH, on(choice))).status).toBe(303);
  const card = wordsOf(await get('head', CARD));
  expect(card).toMatch(/Papier : l’outil s’allumera le 1er décembre\./);
  expect(card).toMatch(/Papier Dès le 1er décembre Élèves et parents/);
  expect(card).toMatch(/Élèves et parents, 1 classe : CM1, à partir du 1er décembre, jusqu’au 4 décembre/);
  expect(card).toMatch(/allumé pour CM1 \(élèves et parents\), à partir du 1er décembre, jusqu’au 4 décembre\./);

  const days: [string, boolean][] = [
    ['2026-11-30T22:59:59Z', false],
    ['2026-11-30T23:00:00Z', true],
    ['2026-12-04T22:59:59Z', true],
    ['2026-12-04T23:00:00Z', false],
  ];
  for (const [instant, expected] of days) {
    web.clock.set(new Date(instant));
    expect([instant, await has('pupil')]).toEqual([instant, expected]);
    expect(await has('pupilOfOtherClass')).toBe(false);
    expect(await has('teacher')).toBe(false);
  }
});

test('one class more: a sentence names the new class, as do the button and one line of the history', async () => {
  const rule = await start({ groupIds: [cm1] });
  const choice = form({ rule, groups: [cm1, cm2] });
  const page = wordsOf(await see(choice));
  expect(page).toMatch(/élèves 2 , 1 de plus parents 3 , 1 de plus membres de l’équipe enseignante 3 , 1 de plus/);
  expect(page).toMatch(
    /Vous ajoutez la classe CM2 de Nadia Chevassus\. Garderont 1 élève, 2 parents, .* et vous Auront en plus 1 élève, 1 parent et Nadia/,
  );
  expect(page).toMatch(/Ajouter la classe CM2 Ne rien changer/);

  await post('head', SWITCH, on([...choice, ['seen', hidden(await see(choice), 'seen')]]));
  const after = wordsOf(await get('head', CARD));
  expect(after).toMatch(/Pour 2 classes : CM1, CM2, depuis le 24 novembre .* Toujours La direction /);
  const history = /Ce qui a changé(.*)/.exec(after)?.[1] ?? '';
  expect(history.match(/aujourd’hui/gi)).toHaveLength(2);
  expect(history).toMatch(
    /Mathieu Grosjean : maintenant pour CM1 et CM2, avec la direction\..*L’administration : allumé pour CM1, avec la direction\./,
  );
});

test('one class less: the persons that lose it are counted, and the button names the class', async () => {
  const rule = await start({ groupIds: [cm1, cm2] });
  const page = wordsOf(await see(form({ rule, groups: [cm2] })));
  expect(page).toMatch(/élève 1 , 1 de moins parent 1 , 2 de moins membre de l’équipe enseignante 1 , 2 de moins/);
  expect(page).toMatch(
    /Vous retirez la classe CM1 de .*N’auront plus 1 élève, 2 parents.*Voir les 4 personnes Retirer la classe CM1/,
  );
});

test('choosing classes: heads and staff keep the brick by their own tick, and the page says so before the click', async () => {
  const rule = await start({});
  const page = wordsOf(await see(form({ rule, groups: [cm1] })));
  expect(page).toMatch(
    /L’ont quelles que soient les classes Direction : vous Changer pour la direction et le personnel/,
  );
  expect(page).toMatch(/Garderont 1 élève, 2 parents, .* et vous N’auront plus 1 élève, 1 parent/);
  expect(page).not.toMatch(/vous-même/);
  expect((await post('head', SWITCH, on(form({ rule, groups: [cm1] })))).status).toBe(303);
  expect((await get('head', `/s/${SCHOOL}/paper/`)).status).toBe(200);
  expect([await has('pupil'), await has('pupilOfOtherClass')]).toEqual([true, false]);
});

test('before the click, the one who decides reads that they lose the brick themselves, as a head or as a teacher', async () => {
  const rule = await start({});
  const lost = /Avec ce choix, vous-même n’aurez plus Papier\./;
  const withoutHead = form({ rule, profiles: ['pupil', 'guardian', 'teacher'], groups: [cm1] });
  expect(wordsOf(await see(withoutHead))).toMatch(lost);
  // Two administrators of the platform teach here, one of them in another class.
  for (const role of ['teacherOfOtherClass', 'teacher'] as const) {
    await web.host.administrators.grant(role, null, 'cli');
  }
  const address = `${PAGE}?${query([['brick', 'paper'], ...form({ rule, groups: [cm1] })])}`;
  expect(wordsOf(await get('teacherOfOtherClass', address))).toMatch(lost);
  for (const role of ['teacher', 'head'] as const) expect(wordsOf(await get(role, address))).not.toMatch(/vous-même/);
  for (const role of ['teacherOfOtherClass', 'teacher'] as const) {
    await web.host.administrators.revoke(role, null, 'cli');
  }
});

test('several rules: the effect counts them together, and each can be stopped alone', async () => {
  const first = await start({ groupIds: [cm1] });
  const more = form({ profiles: ['teacher'] });
  const page = wordsOf(await see(more));
  expect(page).toMatch(/élève 1 parents 2 membres de l’équipe enseignante 4 , 2 de plus/);
  expect(page).toMatch(/Ajouter 1 personne /);
  await post('head', SWITCH, on(more));
  expect(await has('pupil')).toBe(true);

  const both = wordsOf(await get('head', CARD));
  expect(both).toMatch(
    /1 classe : CM1, avec la direction, depuis le 24 novembre Modifier .* Arrêter .* Équipe enseignante, toute l’école, depuis/,
  );
  expect(both).not.toMatch(/À partir du Vide/);
  web.clock.advance(60_000);
  await post('head', SWITCH, [
    ['on', 'false'],
    ['rule', first],
  ]);
  expect([await has('pupil'), await has('teacher')]).toEqual([false, true]);
  expect(wordsOf(await get('head', CARD))).toMatch(/Mathieu Grosjean : arrêté pour CM1, avec la direction\./);
});

test.each<[string, Parameters<typeof form>[0], string, string]>([
  ['no profile', { profiles: [] }, 'field-profiles-error', 'Cochez au moins une case'],
  [
    'a profile that it does not serve',
    { profiles: ['staff'] },
    'field-profiles-error',
    'n’est pas fait pour ces personnes',
  ],
  ['a day that is over', { from: '2026-11-23' }, 'field-from-error', 'Ce jour est déjà passé'],
  ['an end that is over', { until: '2026-11-23' }, 'field-until-error', 'Ce jour est déjà passé'],
  ['days crossed', { from: '2026-12-04', until: '2026-12-01' }, 'field-until-error', 'La fin vient avant le début'],
  ['a day to be chosen', { start: 'day', from: '' }, 'field-from-error', 'Choisissez un jour\\.'],
  ['a last day to be chosen', { end: 'day' }, 'field-until-error', 'Choisissez un jour\\.'],
  ['no day', { from: '2026-02-30' }, 'field-from-error', 'Ce jour n’existe pas'],
  ['no day at all', { until: 'demain' }, 'field-until-error', 'Ce jour n’existe pas'],
])('%s: 400, the sentence at its field, nothing lost, nothing done', async (_name, change, id, sentence) => {
  await start();
  const fields = form({ from: '2026-12-01', ...change });
  for (const answer of [await see(fields), await post('head', SWITCH, on(fields))]) {
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(new RegExp(`id="${id}">(?:<svg.*?</svg>)?[^<]*${sentence}`));
    const from = change?.from ?? '2026-12-01';
    if (from !== '') expect(answer.text).toContain(`name="from" value="${from}"`);
    if (change?.until !== undefined) expect(answer.text).toContain(`value="${change.until}"`);
    expect(answer.text).not.toContain('btn-primary');
  }
  expect(await rules()).toEqual([]);
});

test('a day that was typed before « Tout de suite » or « Sans fin » was chosen does not count; a day alone in an address does', async () => {
  await start();
  const typed = { start: 'now', from: '2026-12-20', end: 'never', until: '2027-01-10' };
  expect((await post('head', SWITCH, on(form({ ...typed })))).status).toBe(303);
  expect(await rules()).toEqual([expect.objectContaining({ from: web.clock.now(), until: null })]);
  await start();
  const days = form({ from: '2026-12-20', until: '2027-01-10' }).filter(([name]) => name !== 'start' && name !== 'end');
  expect(wordsOf(await see(days))).toMatch(/Qui l’aura le 20 décembre/);
});

test('only some classes, and none ticked: a hint, and the button stays with its reason', async () => {
  const button = (label: string): RegExp =>
    new RegExp(`<button class="btn btn-secondary"[^>]* aria-disabled="true" aria-describedby="why">${label}</button>`);
  const rule = await start({ profiles: ['pupil'], groupIds: [cm1] });
  for (const [fields, label] of [
    [form({ rule, groups: [] }), 'Changer'],
    [form({ groups: [] }), 'Ajouter d’autres personnes'],
  ] as const) {
    const page = await see(fields);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/aria-invalid|field-where-error|btn-primary/);
    expect(page.text).toMatch(button(label));
    expect(wordsOf(page)).toMatch(/Cochez les classes\..*Il manque au moins une classe\./);
  }
  await start();
  expect((await see(form({ groups: [] }))).text).toMatch(button('Allumer Papier'));

  // Without the script of the page the button sends the form all the same.
  const answer = await post('head', SWITCH, on(form({ groups: [] })));
  expect(answer.status).toBe(400);
  expect(answer.text).toMatch(/id="field-where-error">(?:<svg.*?<\/svg>)?[^<]*Il manque au moins une classe\./);
  expect(await rules()).toEqual([]);
});

test('T1, T6: a class of another school is treated like an unknown id: no name, no count', async () => {
  await start();
  const strip = ({ text }: { text: string }, id: string): string =>
    text.replaceAll(id, 'ID').replace(/(value="|name="of-)[0-9a-f]{16}"/g, '');
  const nothing = '0198f3c2-0000-7000-8000-000000000000';
  for (const other of [sixthA, nothing]) {
    const fields = form({ groups: [cm1, other] });
    const [seen, sent] = [await see(fields), await post('head', SWITCH, on(fields))];
    expect([seen.status, sent.status]).toEqual([400, 400]);
    expect(wordsOf(seen)).toMatch(/Une de ces classes n’est plus là cette année/);
    expect(wordsOf(seen)).not.toMatch(/6e A|élève 1 |personnes/);
    expect((await see(fields, `${SWITCH}/people`)).status).toBe(400);
  }
  const [foreign, none] = [await see(form({ groups: [sixthA] })), await see(form({ groups: [nothing] }))];
  expect(strip(foreign, sixthA)).toBe(strip(none, nothing));
  expect(await rules()).toEqual([]);
});

test('T1: a rule of another school cannot be changed or stopped from here', async () => {
  await start({ groupIds: [cm1] });
  const [foreign] = await activations.rules(OTHER_SCHOOL, 'paper');
  const rule = foreign?.id ?? '';
  expect((await post('head', SWITCH, on(form({ rule, groups: [cm2] })))).status).toBe(404);
  expect((await post('head', SWITCH, `on=false&rule=${rule}`)).status).toBe(404);
  expect(await activations.rules(OTHER_SCHOOL, 'paper')).toEqual([foreign]);
});

test('of two heads the second reads the change of the first, with their own choice kept', async () => {
  const rule = await start({ groupIds: [cm1] });
  await web.host.administrators.grant('staff', SCHOOL, 'cli');
  const seen = hidden(await get('head', CARD), 'seen');
  await post('staff', SWITCH, on([...form({ rule, profiles: ['teacher'] }), ['seen', seen]]));
  web.clock.advance(60_000);
  const mine = form({ rule, groups: [cm1, cm2], until: '2027-07-03' });
  const late = await post('head', SWITCH, on([...mine, ['seen', seen]]));
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toMatch(
    /Odile Perret a changé cet outil aujourd’hui à 11 h 01 : maintenant pour toute l’école \(équipe enseignante\)\. Voici comment il est maintenant/,
  );
  expect(late.text).toMatch(new RegExp(`value="${cm2}" checked`));
  expect(late.text).toContain('value="2027-07-03"');
  // The page is up to date now: the second try succeeds.
  const [current] = await rules();
  expect(hidden(late, 'rule')).toBe(current?.id);
  const again = on([...form({ rule: current?.id ?? '', groups: [cm1, cm2] }), ['seen', hidden(late, 'seen')]]);
  expect((await post('head', SWITCH, again)).status).toBe(303);
  await web.host.administrators.revoke('staff', SCHOOL, 'cli');
});

test('one rule more for persons that have the brick already: the page says so, and nothing is written', async () => {
  await start({});
  const seen = hidden(await get('head', CARD), 'seen');
  const answer = await post('head', SWITCH, on([...form({ groups: [cm1] }), ['seen', seen]]));
  expect(answer.status).toBe(409);
  expect(wordsOf(answer)).toMatch(/Ces personnes l’ont déjà/);
  expect(await rules()).toHaveLength(1);
});

test('a change that changes nothing is refused in one sentence, and the history does not grow', async () => {
  const rule = await start({ groupIds: [cm1] });
  for (const choice of [form({ rule, groups: [cm1] }), form({ rule, groups: [cm1], from: '2026-11-24' })]) {
    const page = await see(choice);
    expect(page.text).not.toContain('btn-primary');
    for (const seen of [hidden(page, 'seen'), '']) {
      const answer = await post('head', SWITCH, on([...choice, ['seen', seen]]));
      expect(answer.status).toBe(409);
      expect(wordsOf(answer)).toMatch(/C’est déjà votre réglage : rien n’a changé\./);
    }
  }
  expect(await activations.history(SCHOOL, 'paper')).toHaveLength(1);
});

test('a rule in force with only its first day set to a later day: nothing changes, and the preview says so', async () => {
  const rule = await start({});
  for (const choice of [form({ rule }), form({ rule, from: '2026-12-20' })]) {
    const page = await see(choice);
    expect(wordsOf(page)).toMatch(/Qui l’a aujourd’hui C’est déjà votre réglage : rien n’a changé\. L’ont 2 élèves/);
    expect(wordsOf(page)).not.toMatch(/Changer pour|Ajouter|Retirer à|Changer Ne rien/);
    const answer = await post('head', SWITCH, on([...choice, ['seen', hidden(page, 'seen')]]));
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toMatch(/C’est déjà votre réglage : rien n’a changé\./);
  }
  expect(await rules()).toMatchObject([{ id: rule, until: null }]);
  // A last day is a change, also with a later first day.
  expect(wordsOf(await see(form({ rule, from: '2026-12-20', until: '2027-01-10' })))).toMatch(
    /Garderont jusqu’au 10 janvier 2027 .* Voir les 9 personnes Garder jusqu’au 10 janvier 2027 Ne rien changer/,
  );
  // The command line writes every served profile out.
  const written = await start({ profiles: ['pupil', 'guardian', 'teacher', 'head'] });
  const later = form({ rule: written, from: '2026-12-20' });
  expect(wordsOf(await see(later))).toMatch(/C’est déjà votre réglage/);
  expect((await post('head', SWITCH, on(later))).status).toBe(409);
  expect(wordsOf(await get('head', CARD))).not.toMatch(/C’est déjà votre réglage/);
});

test('the button does what it told: a choice that changed since comes back to be confirmed', async () => {
  await start();
  const reported = hidden(await see(form()), 'shownDigest');
  const back = await post('head', SWITCH, on([...form({ groups: [cm1] }), ['shownDigest', reported]]));
  expect(back.status).toBe(200);
  expect(wordsOf(back)).toMatch(/Vous avez changé votre choix.*Allumer Papier pour 6 personnes/);
  expect(await rules()).toEqual([]);
  await post('head', SWITCH, on([...form({ groups: [cm1] }), ['shownDigest', hidden(back, 'shownDigest')]]));
  expect(await rules()).toHaveLength(1);
});

test('in September: a rule says that its class is gone, and goes on reaching those who had it', async () => {
  const rule = await start({ groupIds: [cm1] });
  web.clock.set(new Date('2027-09-02T06:00:00Z'));
  const page = wordsOf(await get('head', CARD));
  expect(wordsOf(await get('head', `${CARD}&rule=${rule}`))).toMatch(
    /CM1 n’est plus parmi les classes de cette année\. Choisissez à nouveau\. Ceux qui y étaient/,
  );
  expect(page).toMatch(/Pour 1 classe : CM1, depuis le 24 novembre 2026/);
});

test('T11: no answer with persons in it is cached', async () => {
  await start();
  for (const path of [CARD, `${SWITCH}/people`, `${PAGE}?${query([['brick', 'paper'], ...form()])}`]) {
    expect((await get('head', path)).headers['cache-control']).toBe('no-store');
  }
});

test.each([
  'on=true&where=nowhere',
  'on=true&where=',
  'on=true&where=&groups=x',
  'on=true&groups=x',
  'on=true&profiles=pupil',
  'on=true&rule=new',
  'on=true&until=2026-12-01',
  'on=true&groups[]=x',
  'on=true&where=groups&groups[]=x&profiles=pupil',
])('half a form, %s: 400, and the brick is not switched on for everybody by mistake', async (body) => {
  await start();
  expect((await post('head', SWITCH, body)).status).toBe(400);
  expect(await rules()).toEqual([]);
});

test.each([
  ['where=school&profiles=pupil&from=2026-12-01&from=', 200],
  ['rule=new&rule=new', 200],
  ['where=nowhere', 200],
  ['where=groups&groups[]=x', 400],
])('an odd address, %s, answers %d', async (odd, status) => {
  await start();
  expect((await get('head', `${CARD}&${odd}`)).status).toBe(status);
});
