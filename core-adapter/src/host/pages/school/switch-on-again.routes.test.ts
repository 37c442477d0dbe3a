// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../../testing/sample-directory.js';
import type { ActivationChoice } from '../../domain/activation/activation-choice.js';
import { ActivationRow } from '../../domain/activation/activation.entity.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { hidden, openConsole, wordsOf } from './console-for-tests.js';

const { web, get, post, group } = await openConsole([replyBrick]);
afterAll(() => web.stop());

const CARD = `/admin/s/${SCHOOL}/bricks?brick=paper`;
const SWITCH = `/admin/s/${SCHOOL}/bricks/paper`;
const cm1 = await group('CM1');
const cm2 = await group('CM2');
const { activations } = web.host;

/** Rules of the brick, switched on together and off together. */
async function switchedOff(...choices: Partial<ActivationChoice>[]): Promise<void> {
  web.clock.set(new Date('2026-11-24T10:00:00Z'));
  await web.host.database.dataSource.manager.delete(ActivationRow, { uai: SCHOOL });
  const rest = { profiles: [], groupIds: [], from: null, until: null };
  for (const choice of choices) await activations.enable(SCHOOL, 'paper', 'cli', { ...rest, ...choice });
  web.clock.advance(3_600_000);
  expect((await post('head', SWITCH, 'on=false')).status).toBe(303);
}

async function open(): Promise<Pick<ActivationRow, 'profiles' | 'groupIds' | 'until'>[]> {
  const rules = await activations.rules(SCHOOL, 'paper');
  return rules.map(({ profiles, groupIds, until }) => ({ profiles, groupIds, until }));
}

test('switched off: the last rule comes first, with its number, and one press brings it back', async () => {
  await switchedOff({ profiles: ['pupil', 'guardian'], groupIds: [cm1] });
  await get('head', CARD);
  const page = await get('head', CARD);
  expect(wordsOf(page)).toMatch(
    /Rallumer comme avant CM1 \(élèves et parents\) personnes 3 Rallumer pour 3 personnes Ou autrement Pour quelles classes/,
  );
  expect(page.text.match(/btn-primary/g)).toHaveLength(1);

  await post('head', SWITCH, `on=true&again=true&seen=${hidden(page, 'seen')}`);
  expect(await open()).toEqual([{ profiles: ['pupil', 'guardian'], groupIds: [cm1], until: null }]);
  expect(wordsOf(await get('head', CARD))).toMatch(/l’outil est allumé/);
  expect(wordsOf(await get('head', CARD))).not.toMatch(/Rallumer comme avant/);
});

test('what a mistake switched off for an hour is on since its first day; after two days it is a new beginning', async () => {
  const choice = { profiles: [], groupIds: [cm1], from: null, until: null };
  const offAndOn = async (hours: number): Promise<string> => {
    expect((await post('head', SWITCH, 'on=false')).status).toBe(303);
    web.clock.advance(hours * 3_600_000);
    await post('head', SWITCH, `on=true&again=true&seen=${hidden(await get('head', CARD), 'seen')}`);
    return wordsOf(await get('head', CARD));
  };
  web.clock.set(new Date('2026-11-10T10:00:00Z'));
  await web.host.database.dataSource.manager.delete(ActivationRow, { uai: SCHOOL });
  await activations.enable(SCHOOL, 'paper', 'cli', choice);
  web.clock.set(new Date('2026-11-24T10:00:00Z'));
  expect(await offAndOn(1)).toMatch(/CM1, depuis le 10 novembre/);
  expect(await offAndOn(1)).toMatch(/CM1, depuis le 10 novembre/);
  expect(await offAndOn(48)).toMatch(/CM1, depuis le 26 novembre/);
});

test('a choice that is the same as before has one button, and says so; another choice has its own', async () => {
  await switchedOff({});
  await get('head', CARD);
  const page = wordsOf(await get('head', CARD));
  expect(page).toMatch(/Rallumer pour 9 personnes Ou autrement .* C’est la même chose que « Rallumer comme avant »\./);
  expect(page).not.toMatch(/Allumer Papier/);
  const other = await get('head', `${CARD}&rule=new&where=school&profiles=teacher`);
  expect(wordsOf(other)).toMatch(/Allumer Papier pour 4 personnes/);
});

test('the note after switching off says for how many, and « Annuler » in it takes that back, without a script', async () => {
  await switchedOff({ groupIds: [cm1] }, { profiles: ['teacher'] });
  const page = await get('head', CARD);
  expect(wordsOf(page)).toMatch(/Papier : l’outil est éteint pour 7 personnes\. Rien n’a été effacé\. Annuler/);
  const note = /class="v-notice"[^]*?<form method="post" action="([^"]*)">([^]*?)<\/form>/.exec(page.text);
  const fields = [...(note?.[2] ?? '').matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const undone = await post('head', note?.[1] ?? '', new URLSearchParams(fields).toString());
  expect([note?.[1], fields, undone.status]).toEqual([
    SWITCH,
    [
      ['on', 'true'],
      ['again', 'true'],
      ['seen', expect.any(String)],
    ],
    303,
  ]);
  expect(await open()).toHaveLength(2);
  // It is told once.
  await switchedOff({ groupIds: [cm1] });
  await get('head', CARD);
  expect(wordsOf(await get('head', CARD))).not.toMatch(/Annuler/);
});

test('a double click succeeds; a head that comes after another one reads so', async () => {
  await switchedOff({ groupIds: [cm1] });
  const seen = hidden(await get('head', CARD), 'seen');
  for (const _press of [1, 2]) {
    expect((await post('head', SWITCH, `on=true&again=true&seen=${seen}`)).status).toBe(303);
  }
  expect(await open()).toHaveLength(1);

  await switchedOff({ groupIds: [cm1] });
  await activations.enable(SCHOOL, 'paper', 'cli');
  const late = await post('head', SWITCH, `on=true&again=true&seen=${seen}`);
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toMatch(/a changé cet outil/);
  expect(await open()).toHaveLength(1);
});

test('a class of last year is not offered again; nor is anything of a brick that was never on', async () => {
  await switchedOff({ groupIds: [cm1, cm2] });
  web.clock.set(new Date('2027-09-02T06:00:00Z'));
  expect(wordsOf(await get('head', CARD))).not.toMatch(/Rallumer comme avant/);
  await switchedOff({});
  await web.host.database.dataSource.manager.delete(ActivationRow, { uai: SCHOOL });
  expect(wordsOf(await get('head', CARD))).not.toMatch(/Rallumer comme avant/);
  expect((await post('head', SWITCH, 'on=true&again=true')).status).toBe(409);
  for (const half of ['on=true&again=false', 'on=true&again=true&groups=x', 'on=true&again=true&again=true']) {
    expect((await post('head', SWITCH, half)).status).toBe(400);
  }
  expect(await open()).toEqual([]);
});

test('a form that takes the last decision back names the rules that its page showed, or it is refused', async () => {
  await switchedOff({});
  await activations.enable(SCHOOL, 'paper', 'cli');
  web.clock.advance(3_600_000);
  await post('head', SWITCH, 'on=true&where=groups&groups=' + cm1);
  const before = await open();
  for (const half of ['', '&seen=']) expect((await post('head', SWITCH, `on=true&undo=true${half}`)).status).toBe(400);
  expect((await post('head', SWITCH, 'on=true&undo=true&seen=other')).status).toBe(409);
  expect(await open()).toEqual(before);
});
