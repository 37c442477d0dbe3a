// SPDX-License-Identifier: EUPL-1.2
import { fold } from './fold.js';

test.each([
  ['Éloïse  Çelik', 'eloise celik'],
  ['  D’Angelo\tLÉNA ', 'd’angelo lena'],
  ['Œuvre Ægir', 'oeuvre aegir'],
  ['e\u0301', 'e'],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
