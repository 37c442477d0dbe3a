// SPDX-License-Identifier: EUPL-1.2
import { member, SCHOOL } from '@volee/core-adapter/testing';
import { boardClassPath, boardOf, gridPath, PERIODS_PATH, PUBLISH_PATH, SEND_BACK_PATH } from '../../paths.js';
import { tickValue } from '../../domain/life/ticked.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const { host, tables } = await startLivret({
  records: [member(SCHOOL, 'cm2', 'teacher', 'teacher'), member(SCHOOL, 'cm1', 'head', 'teacher')],
});
const db = tables(SCHOOL);
const rows = db.repository(BilanRow);

const days = { startsOn: '2026-09-01', endsOn: '2026-11-24', dueOn: '2026-11-24' };
await db
  .repository(PeriodRow)
  .insert([{ ...days, year: 2026, rhythm: 'T' as const, period: 1, count: 3, publishAt: null }]);

async function pagesOf(role: 'teacher' | 'head', paths: readonly string[] = ['/', '/../']): Promise<string[]> {
  return Promise.all(paths.map(async (path) => (await host.as(role).get(path).expect(200)).text));
}

/** Leaves the livret to CM2 alone. */
async function keepCm2(): Promise<void> {
  const { activations } = host.host;
  await activations.disable(SCHOOL, 'livret-bridge', 'cli');
  const choice = { profiles: [], groupIds: [host.ids.cm2], from: null, until: null };
  await activations.enable(SCHOOL, 'livret-bridge', 'cli', choice);
}

async function keepWholeSchool(): Promise<void> {
  await host.host.activations.disable(SCHOOL, 'livret-bridge', 'cli');
  await host.host.activations.enable(SCHOOL, 'livret-bridge', 'cli');
}

beforeEach(async () => {
  await rows.delete({});
  await keepWholeSchool();
});

async function bilanOf(role: 'pupil' | 'classmate', state: 'draft' | 'signed' | 'visa'): Promise<BilanRow> {
  return exampleBilan({ db, groupId: host.ids.cm1, pupilId: await host.ids.person(role), marker: role }, state);
}

test('a class for which the livret is off asks nothing of its teacher, who has it for another class', async () => {
  for (const page of await pagesOf('teacher')) {
    expect(page).toMatch(/CM1/);
    expect(page).toMatch(/CM2/);
  }

  await keepCm2();
  for (const page of await pagesOf('teacher')) {
    expect(page).not.toMatch(/CM1/);
    expect(page).toMatch(/CM2/);
  }
  await host.as('teacher').get(gridPath(host.ids.cm2, 1)).expect(200);
  await host.as('teacher').get(gridPath(host.ids.cm1, 1)).expect(404);
});

test('nothing of it is among the classes of a head who teaches it, and the board is their home', async () => {
  await bilanOf('pupil', 'draft');
  const [before] = await pagesOf('head', ['/']);
  expect(before).toMatch(/Vos classes[^]*CM1[^]*Du 1er septembre au 24 novembre/);
  await keepCm2();
  const pages = await pagesOf('head', ['/', boardOf(1)]);
  for (const page of pages) {
    expect(page).toMatch(/Les bilans de l’école/);
    expect(page).not.toMatch(/Vos classes/);
  }
});

test('the head reads that such a class has the livret no longer, and nobody waits for it', async () => {
  await bilanOf('pupil', 'draft');
  const [board, portal] = await pagesOf('head', [boardOf(1), '/../']);
  expect(board).toMatch(/2 classes n’ont pas encore signé[^]*3 bilans, aucun n’est signé/);
  expect(portal).toMatch(/2 classes n’ont pas encore signé[^]*CM1 et CM2/);

  await keepCm2();
  const [after, portalAfter] = await pagesOf('head', [boardOf(1), '/../']);
  expect(after).toMatch(/1 classe n’a pas encore signé[^]*CM1[^]*N’a plus l’outil[^]*Rien n’est attendu/);
  expect(after).not.toMatch(/cases|brouillon|signé sur/);
  expect(portalAfter).toMatch(/1 classe n’a pas encore signé[^]*CM2/);
  expect(portalAfter).not.toMatch(/CM1/);
});

test('a class that never had the livret is no line of the board', async () => {
  await keepCm2();
  const [board] = await pagesOf('head', [boardOf(1)]);
  expect(board).toMatch(/CM2/);
  expect(board).not.toMatch(/CM1/);
  await host.as('head').post(PERIODS_PATH).form({ open: '1' }).expect(303);
  const opened = await rows.find({ select: ['classId'], where: {} });
  expect([...new Set(opened.map(({ classId }) => classId))]).toEqual([host.ids.cm2]);
});

test('bilans that were signed in such a class stay readable on the board, and drafts are no part of it', async () => {
  await bilanOf('pupil', 'draft');
  await bilanOf('classmate', 'signed');
  await keepCm2();
  const [board] = await pagesOf('head', [boardOf(1)]);
  expect(board).toMatch(/1 bilan attend votre visa[^]*CM1[^]*N’a plus l’outil[^]*CM2[^]*1 bilan signé sur 2/);
  await host.as('head').get(boardClassPath(host.ids.cm1, 1)).expect(200);
  await host.as('head').get(`${PUBLISH_PATH}?period=1`).expect(200);
});

test('the board leads to sending a class back after the visa, too, unless nobody could correct it', async () => {
  await bilanOf('pupil', 'visa');
  const [board, sendBack, cm1] = await pagesOf('head', [
    ...[boardOf(1), `${SEND_BACK_PATH}?period=1`, boardClassPath(host.ids.cm1, 1)],
  ]);
  expect(board).toMatch(/Renvoyer une classe, ou un seul bilan/);
  expect(sendBack).toMatch(/Un seul bilan[^]*<a[^>]*href="[^"]*\/board\/[^"]*"[^>]*>CM1<\/a>/);
  expect(cm1).toMatch(/<input[^>]*type="checkbox"[^]*Renvoyer/);
  await keepCm2();
  const [after] = await pagesOf('head', [boardOf(1)]);
  expect(after).not.toMatch(/Renvoyer une classe/);
});

test('a head sends no bilan of such a class back, since nobody could correct it, and reads how to', async () => {
  const bilan = await bilanOf('pupil', 'signed');
  const page = boardClassPath(host.ids.cm1, 1);
  const form = { period: '1', bilan: tickValue(bilan), word: 'Une erreur' };
  await host
    .as('head')
    .get(page)
    .expect(200, /Renvoyer avec un mot/);
  await keepCm2();
  await host
    .as('head')
    .get(page)
    .expect(
      200,
      /1 bilan attend votre visa\. Cette classe n’a plus l’outil[^]*familles ne lisent aucun bilan[^]*rallumez d’abord l’outil/,
    )
    .expectNot(/Renvoyer avec un mot/);
  await host
    .as('head')
    .get(`${SEND_BACK_PATH}?period=1`)
    .expect(200, /rien à renvoyer/);
  await host
    .as('head')
    .post(SEND_BACK_PATH)
    .form(form)
    .expect(409, /Aucun bilan n’est renvoyé/);
  await host.as('head').post(SEND_BACK_PATH).form({ period: '1', class: host.ids.cm1, word: 'Une erreur' }).expect(409);
  expect((await rows.findOne({ where: { id: bilan.id } }))?.state).toBe('signed');
  await keepWholeSchool();
  await host.as('head').post(SEND_BACK_PATH).form(form).expect(303);
  expect((await rows.findOne({ where: { id: bilan.id } }))?.state).toBe('draft');
});
