// SPDX-License-Identifier: EUPL-1.2
import { tidyText } from './tidy-text.js';

test.each([
  ['line ends of Windows, old Macs and Unicode', 'a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
  ['tabs and outer space', '\t un\tmot \n', 'un mot'],
  ['a lone surrogate', 'a\ud83db', 'a\ufffdb'],
  ['letters in two parts', 'e\u0301te\u0301', 'été'],
  ['control characters and non-characters', 'a\u0000\u0007\u001bb\ufffe\u{1ffff}c\ufdd0', 'abc'],
  ['no-break spaces alone', '\u00a0\u202f\u2007 ', ''],
  ['invisible characters alone', '\u200b\u200d\u2060\ufeff', ''],
  ['a sign', '✓', '✓'],
  ['the end of a CDATA section', 'a ]]> b', 'a ]]> b'],
])('a text with %s is tidied', (_, typed, stored) => {
  expect(tidyText(typed)).toBe(stored);
  expect(tidyText(stored)).toBe(stored);
});

test('1,500 emoji are a well-formed text of 3,000 UTF-16 units', () => {
  expect(tidyText('🌋'.repeat(1_500))).toHaveLength(3_000);
});
