// SPDX-License-Identifier: EUPL-1.2
import { dropUnseen } from './drop-unseen.js';

test.each([
  ['signs without a width', 'a\u200Bb\u200Cc\u2060d\uFEFFe\u00ADf', 'abcdef'],
  ['marks of direction', 'a\u202Egnp.exe\u200F', 'agnp.exe'],
  ['the fillers of Hangul, and an empty Braille cell', '\u3164\u115F\u1160\uFFA0\u2800.pdf', '.pdf'],
  ['a joiner between letters, or at the end', 'a\u200Db 👩\u200D', 'ab 👩'],
  ['variation selectors of letters', 'a\uFE0F1\uFE0F', 'a1'],
])('F1: %s go', (_kind, given, clean) => {
  expect(dropUnseen(given)).toBe(clean);
});

test.each(['👨‍👩‍👧', '👩🏽‍🏫', '🏳️‍🌈', '❤️', '👩‍❤️‍👨', '1️⃣', '👨‍🦰', 'Photos 🧑‍🎨 été'])('%s stays whole', (name) => {
  expect(dropUnseen(name)).toBe(name);
});
