// SPDX-License-Identifier: EUPL-1.2
import { cleanName } from './clean-name.js';

test.each([
  ['\u3164', ''],
  ['\u115F\u1160\uFFA0 \u2800', ''],
  ['le\u200Bçon\u200D 4\u3164.pdf', 'leçon 4.pdf'],
  ['sortie\u0000 <1>', 'sortie 1'],
  ['👩\u200D🏫 et 👨\u200D👩\u200D👧', '👩\u200D🏫 et 👨\u200D👩\u200D👧'],
  ['NUL.txt', '_NUL.txt'],
])('F1: the name %j becomes %j', (given, clean) => {
  expect(cleanName(given)).toBe(clean);
});

test('F1: a name that is cut within an emoji of several pictures ends with a whole one', () => {
  const clean = cleanName(`${'a'.repeat(198)}👩\u200D🏫`);
  expect(clean).toBe(`${'a'.repeat(198)}👩`);
  expect(cleanName(clean)).toBe(clean);
});
