// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessagingBrick } from '../../brick-types.js';
import { boxHead } from '../shared/box-tabs.js';
import { presentSearch } from './search.presenter.js';
import { SearchView } from './search.view.js';
import { SEARCH_PATH } from '../../paths.js';
import { readFound } from '../../domain/search/read-found.js';

/** The maximum length of a search: the rest is left out, and nothing is refused. */
const LONGEST_SEARCH = 100;

/** The words, and the copy with which the page before ended. */
const searchQuery = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, LONGEST_SEARCH))
    .optional(),
  at: z.iso.datetime().optional(),
  after: z.uuid().optional(),
});

export function registerSearch({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(SEARCH_PATH, { access: 'read', query: searchQuery }, async (request) => {
    const { query, t, page } = request;
    const { q = '', at, after } = query;
    const place = at !== undefined && after !== undefined ? { at: new Date(at), messageId: after } : undefined;
    const found = await readFound(q, place, request);
    const model = presentSearch(q, found, await boxHead('search', request), request);
    return page(t('search.page'), <SearchView model={model} t={t} />);
  });
}
