// SPDX-License-Identifier: EUPL-1.2
import { IntegerPairs } from './integer-pairs.js';

test('values by owner, in the order in which they came', () => {
  const pairs = new IntegerPairs();
  pairs.add(2, 7);
  pairs.add(0, 1);
  pairs.add(2, 5);
  const valuesOf = pairs.byOwner(4);
  expect([0, 1, 2, 3].map((owner) => [...valuesOf(owner)])).toEqual([[1], [], [7, 5], []]);
});

test('grows', () => {
  const pairs = new IntegerPairs();
  for (let at = 0; at < 5_000; at += 1) pairs.add(at % 10, at);
  const valuesOf = pairs.byOwner(10);
  expect([...valuesOf(3)].slice(0, 3)).toEqual([3, 13, 23]);
  expect(valuesOf(9)).toHaveLength(500);
});

test('none', () => {
  expect(new IntegerPairs().byOwner(1)(0)).toHaveLength(0);
});
