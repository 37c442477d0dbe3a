// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from './normalise-for-search.js';

test.each([
  ['Éloïse  Çelik', 'eloise celik'],
  ['  D’Angelo\tLÉNA ', 'd’angelo lena'],
  ['Œuvre Ægir', 'oeuvre aegir'],
  ['e\u0301', 'e'],
])('%j is compared as %j', (text, folded) => {
  expect(normaliseForSearch(text)).toBe(folded);
});
