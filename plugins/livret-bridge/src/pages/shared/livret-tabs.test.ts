// SPDX-License-Identifier: EUPL-1.2
import { member, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { BOARD_PATH, HAND_OVER_PATH, HOME_PATH, PERIODS_PATH, PHRASES_PATH } from '../../paths.js';

const [database] = testDatabases();
const records = [person('odile', 'teacher', SCHOOL, 'Odile', 'Ravier'), member(SCHOOL, 'cm1', 'odile')];
const started = database && (await startLivret({ database, records }));
await started?.host.host.administrators.grant('odile', SCHOOL, 'cli');

const asOf = (login: 'head' | 'teacher' | 'guardian' | 'odile') =>
  login === 'odile' ? started?.host.asLogin(login, SCHOOL) : started?.host.as(login);

/** The tabs of a page, the current one in brackets. */
async function tabsOf(login: 'head' | 'teacher' | 'guardian' | 'odile', path: string): Promise<readonly string[]> {
  const { text } = (await asOf(login)?.get(path).expect(200)) ?? { text: '' };
  const [nav = ''] = /<nav class="v-tabs"[^]*?<\/nav>/.exec(text) ?? [];
  return [...nav.matchAll(/<a [^>]*?(aria-current="page")?>([^<]+)/g)].map(([, current, label]) =>
    current === undefined ? String(label) : `[${String(label)}]`,
  );
}

test('the pages of a head and those of a teacher have the same tabs, and each marks itself', async () => {
  const [board, periods, sixth] = ['Bilans de l’école', 'Périodes et dates', 'Passage en 6e'];
  expect(await tabsOf('head', HOME_PATH)).toEqual([`[${board}]`, periods, sixth]);
  expect(await tabsOf('head', BOARD_PATH)).toEqual([`[${board}]`, periods, sixth]);
  expect(await tabsOf('head', PERIODS_PATH)).toEqual([board, `[${periods}]`, sixth]);
  expect(await tabsOf('head', HAND_OVER_PATH)).toEqual([board, periods, `[${sixth}]`]);
  expect(await tabsOf('teacher', HOME_PATH)).toEqual(['[Vos classes]', 'Vos phrases']);
  expect(await tabsOf('teacher', PHRASES_PATH)).toEqual(['Vos classes', '[Vos phrases]']);
  expect(await tabsOf('guardian', HOME_PATH)).toEqual([]);
});

test('a head who has a class keeps their tabs on the pages of the school', async () => {
  const [own, board, periods, sixth] = ['Vos classes', 'Bilans de l’école', 'Périodes et dates', 'Passage en 6e'];
  expect(await tabsOf('odile', HOME_PATH)).toEqual([`[${own}]`, board, periods, sixth, 'Vos phrases']);
  expect(await tabsOf('odile', BOARD_PATH)).toEqual([own, `[${board}]`, periods, sixth, 'Vos phrases']);
  expect(await tabsOf('odile', PERIODS_PATH)).toEqual([own, board, `[${periods}]`, sixth, 'Vos phrases']);
});

test('a head who has a class is told that they have not chosen the periods, and where', async () => {
  await asOf('odile')
    ?.get(HOME_PATH)
    .expect(200, /Vous n’avez pas encore choisi les périodes\.[^]*livret-bridge\/periods"[^]*pour toutes les classes/)
    .expectNot(/La direction n’a pas encore choisi/);
});
