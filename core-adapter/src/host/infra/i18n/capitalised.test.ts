// SPDX-License-Identifier: EUPL-1.2
import { capitalised } from './capitalised.js';

test.each([
  ['aujourd’hui à 9 h 40', 'Aujourd’hui à 9 h 40'],
  ['élèves', 'Élèves'],
  ['3 novembre', '3 novembre'],
  ['', ''],
])('%j becomes %j', (sentence, begun) => {
  expect(capitalised(sentence)).toBe(begun);
});
