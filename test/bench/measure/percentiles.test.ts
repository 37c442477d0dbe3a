// SPDX-License-Identifier: EUPL-1.2
import { latencyOf, medianOf } from './percentiles.js';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('of a hundred figures, 50 are at most the half and 95 at most the 95th', () => {
  expect(latencyOf(hundred)).toEqual({ p50: 50, p95: 95, max: 100 });
  expect(latencyOf([7])).toEqual({ p50: 7, p95: 7, max: 7 });
});

test('a disturbed round does not decide', () => {
  const rounds = [3, 1, 900, 2, 2].map((p95) => ({ p50: 1, p95, max: p95, cpu: 1 }));
  expect(medianOf(rounds)).toEqual({ p50: 1, p95: 2, max: 2, cpu: 1 });
});
