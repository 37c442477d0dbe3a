// SPDX-License-Identifier: EUPL-1.2
import { asSentence } from './as-sentence.js';

test.each([
  ['Inscription dans un autre collège', 'Inscription dans un autre collège.'],
  ['Une erreur !', 'Une erreur !'],
  ['Une erreur.', 'Une erreur.'],
  ['À voir…', 'À voir…'],
  ['', ''],
])('%j is shown as the sentence %j', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});
