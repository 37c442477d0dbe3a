// SPDX-License-Identifier: EUPL-1.2
import type { PagingModel } from '../platform/shared/paging.model.js';

export const NO_PAGES: PagingModel = { shown: '1 à 2 sur 2', links: [] };

export const pages: PagingModel = {
  shown: '101 à 150 sur 2 000',
  links: [1, 2, 3, 4, 40].map((number) => ({
    number,
    url: `/admin/schools?page=${number}`,
    current: number === 3,
    gap: number === 40,
  })),
  previousUrl: '/admin/schools?page=2',
  nextUrl: '/admin/schools?page=4',
};
