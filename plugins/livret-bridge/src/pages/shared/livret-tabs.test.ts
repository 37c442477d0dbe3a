// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '@volee/core-adapter/testing';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { BOARD_PATH, HAND_OVER_PATH, HOME_PATH, PERIODS_PATH, PHRASES_PATH } from '../../paths.js';

const [database] = testDatabases();
const started = database && (await startLivret({ database }));

/** The tabs of a page, the current one in brackets. */
async function tabsOf(role: 'head' | 'teacher' | 'guardian', path: string): Promise<readonly string[]> {
  const { text } = (await started?.host.as(role).get(path).expect(200)) ?? { text: '' };
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
