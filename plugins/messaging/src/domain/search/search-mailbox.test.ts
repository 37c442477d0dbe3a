// SPDX-License-Identifier: EUPL-1.2
import { wordsOfSearch } from './search-mailbox.js';

test('words that another one holds already are left out', () => {
  expect(wordsOfSearch('Goûter au go')).toEqual(['gouter', 'au']);
  expect(wordsOfSearch('a b c d e f g h')).toHaveLength(6);
  expect(wordsOfSearch('% _ *')).toEqual([]);
});
