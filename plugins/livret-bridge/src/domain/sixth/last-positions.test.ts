// SPDX-License-Identifier: EUPL-1.2
import { exampleCatalogue } from '../../testing/examples/example-bilan-for-tests.js';
import { linesOf } from '../catalogue/catalogue.js';
import { isToWatch, lastPositions } from './last-positions.js';

const [first = { code: '' }, second = { code: '' }] = linesOf(exampleCatalogue);
const bilan = (year: number, period: number, positions: string) => ({
  ...{ year, period, catalogue: exampleCatalogue },
  positions: positions.padEnd(linesOf(exampleCatalogue).length),
});

test.each([
  [['2', '3', '3'], '3', 'up', false],
  [['3', '4', '2'], '2', 'down', true],
  [['2', '2', '2'], '2', 'none', false],
  [['1'], '1', 'none', true],
  [['3', ' ', 'N'], '3', 'none', false],
  [['N', ' '], 'N', 'none', false],
])('of the positions %j the last is %s and moved %s', (positions, value, move, watched) => {
  const bilans = positions.map((one, index) => bilan(2025 + Math.floor(index / 2), 1 + (index % 2), one));
  const last = lastPositions([...bilans].reverse()).get(first.code);
  expect(last).toEqual({ value, move });
  expect(last && isToWatch(last)).toBe(watched);
});

test('a line that nobody filled has no position', () => {
  expect([...lastPositions([bilan(2026, 1, '3')]).keys()]).toEqual([first.code]);
  expect(lastPositions([bilan(2026, 1, ' 2')]).get(second.code)).toEqual({ value: '2', move: 'none' });
});
