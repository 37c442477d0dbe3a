// SPDX-License-Identifier: EUPL-1.2
import { takeTurns } from './take-turns.js';

const jobs = (names: string): { uai: string; name: string }[] =>
  names.split(' ').map((name) => ({ uai: name.charAt(0), name }));

test.each([
  ['a1 a2 a3 b1', {}, 2, 'a1 b1'],
  ['a1 a2 a3 b1', { a: 1 }, 2, 'b1 a1'],
  ['a1 a2 a3 a4', {}, 4, 'a1 a2 a3'],
  ['a1 a2 b1', { a: 2, b: 3 }, 4, 'a1'],
  ['a1 b1 c1', { a: 1, b: 2 }, 3, 'c1 a1 b1'],
])('of %s due, with %o at work and room for %i, these begin: %s', (due, running, free, expected) => {
  const room = { free, running: new Map(Object.entries(running)), ofOneSchool: 3 };
  expect(takeTurns(jobs(due), room).map(({ name }) => name)).toEqual(expected.split(' '));
});
