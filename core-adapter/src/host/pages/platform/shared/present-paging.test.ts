// SPDX-License-Identifier: EUPL-1.2
import { hostLocales, type HostKey } from '../../../infra/locales/index.js';
import { translator } from '../../../infra/i18n/translate.js';
import { PAGE_SIZE, placeOf } from '../../../infra/util/page-of.js';
import { presentPaging } from './present-paging.js';

const t = translator<HostKey>(hostLocales, 'fr', false);

function paging(asked: number, total: number) {
  const { page, pages, skip } = placeOf(total, asked);
  const items = Array.from({ length: Math.min(PAGE_SIZE, total - skip) });
  return presentPaging({ items, page, pages, total }, (at) => `?page=${at}`, t, String);
}
const shownIn = ({ links }: ReturnType<typeof paging>): string =>
  links.map(({ number, current, gap }) => `${gap ? '… ' : ''}${current ? `[${number}]` : number}`).join(' ');

test.each<[number, number, string, string]>([
  [1, 0, '[1]', '1 à 0 sur 0'],
  [1, 50, '[1]', '1 à 50 sur 50'],
  [1, 51, '[1] 2', '1 à 50 sur 51'],
  [2, 51, '1 [2]', '51 à 51 sur 51'],
  [1, 2000, '[1] 2 … 40', '1 à 50 sur 2000'],
  [3, 2000, '1 2 [3] 4 … 40', '101 à 150 sur 2000'],
  [20, 2000, '1 … 19 [20] 21 … 40', '951 à 1000 sur 2000'],
  [99, 2000, '1 … 39 [40]', '1951 à 2000 sur 2000'],
])('page %d of %d lines: %s', (asked, total, links, shown) => {
  const model = paging(asked, total);
  expect([shownIn(model), model.shown]).toEqual([links, shown]);
});

test('a step back from the first page and one on from the last there is none', () => {
  expect(paging(1, 200)).toMatchObject({ previousUrl: undefined, nextUrl: '?page=2' });
  expect(paging(4, 200)).toMatchObject({ previousUrl: '?page=3', nextUrl: undefined });
});
