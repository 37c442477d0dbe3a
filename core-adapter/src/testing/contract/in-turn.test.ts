// SPDX-License-Identifier: EUPL-1.2
import { inTurn } from './in-turn.js';

const before = process.env['VOLEE_TEST_QUICK'];
afterEach(() => {
  if (before === undefined) delete process.env['VOLEE_TEST_QUICK'];
  else process.env['VOLEE_TEST_QUICK'] = before;
});

const asked = (): string[] => [0, 1, 2, 3].map((turn) => inTurn(['a', 'b', 'c'], turn).join(''));

test('in a full run everybody asks at each address', () => {
  delete process.env['VOLEE_TEST_QUICK'];
  expect(asked()).toEqual(['abc', 'abc', 'abc', 'abc']);
});

test('in a quick run everybody asks at the first address, and one after another at the others', () => {
  process.env['VOLEE_TEST_QUICK'] = '1';
  expect(asked()).toEqual(['abc', 'b', 'c', 'a']);
  expect(inTurn([], 1)).toEqual([]);
});
