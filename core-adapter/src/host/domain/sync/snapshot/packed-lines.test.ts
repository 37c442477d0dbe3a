// SPDX-License-Identifier: EUPL-1.2
import { BLOCK, PackedLines } from './packed-lines.js';

function packed(count: number): PackedLines {
  const lines = new PackedLines();
  for (let at = 0; at < count; at += 1) lines.add(`élève ${at}`);
  return lines;
}

test.each([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])('%i lines come back as they came, twice', (count) => {
  const lines = packed(count);
  const expected = Array.from({ length: count }, (_, at) => `élève ${at}`);
  expect([...lines.blocks()].flat()).toEqual(expected);
  expect([...lines.blocks()].flat()).toEqual(expected);
});

test('every block but the last is full: a line is found by its number', () => {
  expect([...packed(2 * BLOCK + 5).blocks()].map(({ length }) => length)).toEqual([BLOCK, BLOCK, 5]);
});
