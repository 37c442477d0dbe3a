// SPDX-License-Identifier: EUPL-1.2
import { activeBreaker } from './active-breaker.js';
import type { Breaker } from './policy.js';

const NOW = new Date('2026-11-26T08:40:00Z');
const MONDAY = new Date('2026-11-30T07:00:00Z');
const school = { uai: '0390001X', kind: 'primary' } as const;

function breaker(changes: Partial<Breaker> = {}): Breaker {
  return { profile: 'pupil', school: school.uai, reason: 'pause', until: MONDAY, ...changes };
}

test.each([
  ['a pupil, by one for pupils', 'pupil', 'pupil', school.uai, true],
  ['a guardian, by one for guardians', 'guardian', 'guardian', school.uai, true],
  ['a guardian, not by one for pupils', 'guardian', 'pupil', school.uai, false],
  ['a pupil, not by one for guardians', 'pupil', 'guardian', school.uai, false],
  ['a pupil, by one for all', 'pupil', 'all', school.uai, true],
  ['a guardian, by one for all', 'guardian', 'all', school.uai, true],
  ['a pupil, by one for all schools', 'pupil', 'pupil', 'all', true],
  ['a pupil, not by one for another school', 'pupil', 'pupil', '0390002Y', false],
  ['no teacher', 'teacher', 'all', 'all', false],
  ['no head', 'head', 'all', 'all', false],
  ['no staff', 'staff', 'all', 'all', false],
] as const)('stops %s', (_, profile, stopped, where, stops) => {
  const one = breaker({ profile: stopped, school: where });
  expect(activeBreaker(profile, { breakers: [one], school }, NOW)).toBe(stops ? one : undefined);
});

test('ends at its instant, or when it is lifted', () => {
  const policy = { breakers: [breaker()], school };
  expect(activeBreaker('pupil', policy, new Date(MONDAY.getTime() - 1))).toBeDefined();
  expect(activeBreaker('pupil', policy, MONDAY)).toBeUndefined();
  expect(activeBreaker('pupil', { breakers: [breaker({ until: null })], school }, MONDAY)).toBeDefined();
});

test('of several, the one that ends last', () => {
  const [monday, tuesday] = [breaker(), breaker({ until: new Date('2026-12-01T07:00:00Z') })];
  const [open, alsoOpen] = [breaker({ until: null }), breaker({ until: null })];
  const of = (...breakers: Breaker[]): Breaker | undefined => activeBreaker('pupil', { breakers, school }, NOW);
  expect(of(monday, tuesday)).toBe(tuesday);
  expect(of(tuesday, monday)).toBe(tuesday);
  expect(of(tuesday, open, monday)).toBe(open);
  expect(of(open, alsoOpen)).toBe(open);
});
