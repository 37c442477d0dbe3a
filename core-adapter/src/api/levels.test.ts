// SPDX-License-Identifier: EUPL-1.2
import { levelNamed, levelRank, LEVELS } from './levels.js';

test('levels have the order of a school career, and pupils without a known one come last', () => {
  const given = [null, '6E', 'CP', 'BAC', 'cm2', 'PS'];
  expect(given.toSorted((one, other) => levelRank(one) - levelRank(other))).toEqual([
    'PS',
    'CP',
    'cm2',
    '6E',
    null,
    'BAC',
  ]);
  expect(LEVELS.map(levelRank)).toEqual([...LEVELS.keys()]);
});

test('a level is read in any letters', () => {
  expect(['CM2', 'cm2', '6e', 'CM3', ''].map(levelNamed)).toEqual(['CM2', 'CM2', '6E', undefined, undefined]);
});

test('the levels are those of école and collège, by cycle', () => {
  const cycles = ['TPS PS MS GS', 'CP CE1 CE2', 'CM1 CM2 6E', '5E 4E 3E'];
  expect(LEVELS).toEqual(cycles.flatMap((cycle) => cycle.split(' ')));
});
