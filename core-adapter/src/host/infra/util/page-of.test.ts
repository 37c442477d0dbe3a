// SPDX-License-Identifier: EUPL-1.2
import { PAGE_SIZE, PageKeeper, pageIn } from './page-of.js';

test.each([0, 1, PAGE_SIZE - 1, PAGE_SIZE, PAGE_SIZE + 1, 3 * PAGE_SIZE, 3 * PAGE_SIZE + 7])(
  'of a stream of %i items, PageKeeper keeps the same page as pageIn of the whole list',
  (total) => {
    const list = Array.from({ length: total }, (_, index) => index);
    for (const asked of [1, 2, 3, 4, 99]) {
      const keeper = new PageKeeper<number>(asked);
      for (const item of list) keeper.add(item);
      expect(keeper.page()).toEqual(pageIn(list, asked));
    }
  },
);
