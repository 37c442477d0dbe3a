// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { DEFAULT_RULES } from './default-policy.js';
import { CHOICES, effectivePolicy } from './guard-rails.js';
import { REACHES, type Reach, type RuleTable } from './policy.js';
import { POLICY, PROFILES } from './school-for-tests.js';

function rulesOf(reach: Reach): RuleTable {
  const row = { pupil: reach, guardian: reach, teacher: reach, head: reach, staff: reach };
  return { pupil: row, guardian: row, teacher: row, head: row, staff: row };
}

/** The outcome of each reach, from `no` to `school`, in each pair. Written by hand. */
const EXPECTED = `
  from      to        no       reply    own      teaches  class    school
  pupil     pupil     no       no       no       no       class    class
  pupil     guardian  no       no       own      own      own      own
  pupil     teacher   reply    reply    reply    teaches  teaches  school
  pupil     head      reply    reply    reply    reply    reply    school
  pupil     staff     no       reply    reply    reply    reply    reply
  guardian  pupil     no       no       own      own      own      own
  guardian  guardian  no       no       no       no       class    class
  guardian  teacher   reply    reply    reply    teaches  teaches  school
  guardian  head      reply    reply    reply    reply    reply    school
  guardian  staff     no       reply    reply    reply    reply    school
  teacher   pupil     teaches  teaches  teaches  teaches  teaches  school
  teacher   guardian  teaches  teaches  teaches  teaches  teaches  school
  teacher   teacher   school   school   school   school   school   school
  teacher   head      school   school   school   school   school   school
  teacher   staff     school   school   school   school   school   school
  head      pupil     school   school   school   school   school   school
  head      guardian  school   school   school   school   school   school
  head      teacher   school   school   school   school   school   school
  head      head      school   school   school   school   school   school
  head      staff     school   school   school   school   school   school
  staff     pupil     no       no       no       no       no       school
  staff     guardian  no       no       no       no       no       school
  staff     teacher   school   school   school   school   school   school
  staff     head      school   school   school   school   school   school
  staff     staff     school   school   school   school   school   school`;

const rows = EXPECTED.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/ +/)) as [Profile, Profile, ...Reach[]][];

test.each(rows)('from %s to %s', (from, to, ...expected) => {
  const found = REACHES.map((reach) => effectivePolicy({ ...POLICY, rules: rulesOf(reach) }).rules[from][to]);
  expect(found).toEqual(expected);
});

test('the table has each pair', () => {
  expect(new Set(rows.map(([from, to]) => `${from} ${to}`)).size).toBe(PROFILES.length ** 2);
});

test('a reach that nobody knows is the narrowest that may be chosen, so that it silences no adult', () => {
  const { rules } = effectivePolicy({ ...POLICY, rules: rulesOf('everybody' as Reach) });
  expect(rules).toEqual(effectivePolicy({ ...POLICY, rules: rulesOf('no') }).rules);
  expect([rules.teacher.head, rules.teacher.pupil, rules.pupil.pupil]).toEqual(['school', 'teaches', 'no']);
});

test('the default rules are within the rails, and can be chosen', () => {
  expect(effectivePolicy(POLICY).rules).toEqual(DEFAULT_RULES);
  for (const from of PROFILES) {
    for (const to of PROFILES) expect(CHOICES[from][to]).toContain(DEFAULT_RULES[from][to]);
  }
});

test('only a collège may drop moderation', () => {
  const moderated = (kind: 'primary' | 'college', wanted: boolean): boolean =>
    effectivePolicy({ ...POLICY, school: { uai: '0390001X', kind }, moderated: wanted }).moderated;
  expect([moderated('primary', true), moderated('primary', false)]).toEqual([true, true]);
  expect([moderated('college', true), moderated('college', false)]).toEqual([true, false]);
});

test('everything else of a policy stays as it is', () => {
  expect(effectivePolicy(POLICY)).toEqual({ ...POLICY, rules: DEFAULT_RULES });
});
