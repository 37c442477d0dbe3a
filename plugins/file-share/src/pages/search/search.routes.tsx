// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { SEARCH_PATH } from '../../paths.js';
import { presentSearch } from './search.presenter.js';
import { searchQuery } from '../../domain/search/search.input.js';
import { SearchView } from './search.view.js';

/** The search by name in all that the user sees. */
export function registerSearch({ http }: FileShareBrick): void {
  http.get(SEARCH_PATH, { access: 'read', query: searchQuery }, async (request) => {
    const { t, page } = request;
    const model = await presentSearch(request);
    return page(t('search.heading'), <SearchView model={model} t={t} />);
  });
}
