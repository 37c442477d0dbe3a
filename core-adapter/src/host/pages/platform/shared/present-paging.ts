// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../../api/i18n.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PAGE_SIZE, type PageOf } from '../../../infra/util/page-of.js';
import type { PagingModel } from './paging.model.js';

/** The number of pages beside the one that is shown. */
const BESIDE = 1;

/** The first and the last page, and those around the one that is shown. `address` gives the address of each. */
export function presentPaging(
  { items, page, pages, total }: PageOf<unknown>,
  address: (page: string) => string,
  t: Translate<HostKey>,
  number: (count: number) => string,
): PagingModel {
  const first = (page - 1) * PAGE_SIZE;
  const shown = { first: number(first + 1), last: number(first + items.length), total: number(total) };
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= BESIDE,
  );
  return {
    shown: t('platform.shown', shown),
    links: numbers.map((one, index) => ({
      number: one,
      url: address(String(one)),
      current: one === page,
      gap: one - (numbers[index - 1] ?? 0) > 1,
    })),
    previousUrl: page > 1 ? address(String(page - 1)) : undefined,
    nextUrl: page < pages ? address(String(page + 1)) : undefined,
  };
}
