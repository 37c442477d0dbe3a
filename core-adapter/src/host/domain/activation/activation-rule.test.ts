// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { inForce, reachedAs, type Activation, type Reach } from './activation-rule.js';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const at = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

const everybody: Activation = { profiles: [], groupIds: [], from: at(-1000), until: null };
const pupilOfCm1: Reach = { profiles: ['pupil'], ties: [{ groupId: 'cm1', profile: 'pupil' }] };
const headWhoTeachesCm2: Reach = { profiles: ['teacher', 'head'], ties: [{ groupId: 'cm2', profile: 'teacher' }] };
const staffOfChoir: Reach = { profiles: ['staff'], ties: [{ groupId: 'choir', profile: 'staff' }] };
const motherInCm1WhoTeachesCm2: Reach = {
  profiles: ['teacher', 'guardian'],
  ties: [
    { groupId: 'cm1', profile: 'guardian' },
    { groupId: 'cm2', profile: 'teacher' },
  ],
};

test.each<[string, number, number | null, boolean]>([
  ['from is included', 0, null, true],
  ['a millisecond before from', 1, null, false],
  ['until is excluded', -1000, 0, false],
  ['a millisecond before until', -1000, 1, true],
  ['an empty span', 0, 0, false],
  ['long over', -2000, -1000, false],
])('%s', (_name, from, until, expected) => {
  expect(inForce({ from: at(from), until: until === null ? null : at(until) }, NOW)).toBe(expected);
});

test('no row reaches nobody; a row without profiles and groups reaches everybody', () => {
  expect(reachedAs([], pupilOfCm1, NOW)).toEqual([]);
  expect(reachedAs([everybody], pupilOfCm1, NOW)).toEqual(['pupil']);
  expect(reachedAs([everybody], headWhoTeachesCm2, NOW)).toEqual(['teacher', 'head']);
});

test.each<[string, Partial<Activation>, Reach, Profile[]]>([
  ['one of several profiles', { profiles: ['head'] }, headWhoTeachesCm2, ['head']],
  ['none of the profiles', { profiles: ['guardian', 'staff'] }, headWhoTeachesCm2, []],
  ['one of the groups', { groupIds: ['cm1', 'cm2'] }, headWhoTeachesCm2, ['head', 'teacher']],
  ['none of the groups: as head', { groupIds: ['cm1'] }, headWhoTeachesCm2, ['head']],
  ['a group without heads', { profiles: ['pupil', 'teacher'], groupIds: ['cm1'] }, headWhoTeachesCm2, []],
  ['a class that nobody is in', { profiles: [], groupIds: ['empty'] }, pupilOfCm1, []],
  ['a tie as staff is not needed', { profiles: ['staff'], groupIds: ['cm1'] }, staffOfChoir, ['staff']],
  ['a tie as staff does not count', { profiles: ['teacher'], groupIds: ['choir'] }, staffOfChoir, []],
  ['profile and group', { profiles: ['pupil'], groupIds: ['cm1'] }, pupilOfCm1, ['pupil']],
  ['the profile alone is not enough', { profiles: ['pupil'], groupIds: ['cm2'] }, pupilOfCm1, []],
  ['the group alone is not enough', { profiles: ['teacher'], groupIds: ['cm1'] }, pupilOfCm1, []],
  ['the profile in that group', { profiles: ['guardian'], groupIds: ['cm1'] }, motherInCm1WhoTeachesCm2, ['guardian']],
  ['not the profile in another group', { profiles: ['teacher'], groupIds: ['cm1'] }, motherInCm1WhoTeachesCm2, []],
  ['the head of the school', { profiles: ['head'], groupIds: ['cm1'] }, headWhoTeachesCm2, ['head']],
])('a row matches profiles and groups: %s', (_name, row, person, expected) => {
  expect(reachedAs([{ ...everybody, ...row }], person, NOW)).toEqual(expected);
});

test('rows are joined by OR, each with its own span', () => {
  const teachers: Activation = { ...everybody, profiles: ['teacher'] };
  const cm1: Activation = { ...everybody, groupIds: ['cm1'] };
  const over: Activation = { ...everybody, until: at(-1) };
  expect(reachedAs([teachers, cm1], pupilOfCm1, NOW)).toEqual(['pupil']);
  expect(reachedAs([teachers, cm1], headWhoTeachesCm2, NOW)).toEqual(['teacher', 'head']);
  expect(reachedAs([teachers, over], pupilOfCm1, NOW)).toEqual([]);
  // The profile of one row does not combine with the group of another.
  const guardian: Reach = { profiles: ['guardian'], ties: [{ groupId: 'cm2', profile: 'guardian' }] };
  expect(reachedAs([teachers, cm1], guardian, NOW)).toEqual([]);
});
