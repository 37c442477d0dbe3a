// SPDX-License-Identifier: EUPL-1.2
import { inForce, reaches, type Activation, type Reach } from './activation-rule.js';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const at = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

const everybody: Activation = { profiles: [], groupIds: [], from: at(-1000), until: null };
const pupilOfCm1: Reach = { profiles: ['pupil'], ties: [{ groupId: 'cm1', profile: 'pupil' }] };
const headWhoTeachesCm2: Reach = { profiles: ['teacher', 'head'], ties: [{ groupId: 'cm2', profile: 'teacher' }] };
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
  expect(reaches([], pupilOfCm1, NOW)).toBe(false);
  expect(reaches([everybody], pupilOfCm1, NOW)).toBe(true);
  expect(reaches([everybody], { profiles: [], ties: [] }, NOW)).toBe(true);
});

test.each<[string, Partial<Activation>, Reach, boolean]>([
  ['one of his profiles', { profiles: ['head'] }, headWhoTeachesCm2, true],
  ['none of his profiles', { profiles: ['guardian', 'staff'] }, headWhoTeachesCm2, false],
  ['one of his groups', { groupIds: ['cm1', 'cm2'] }, headWhoTeachesCm2, true],
  ['none of his groups', { groupIds: ['cm1'] }, headWhoTeachesCm2, false],
  ['profile and group', { profiles: ['pupil'], groupIds: ['cm1'] }, pupilOfCm1, true],
  ['the profile alone is not enough', { profiles: ['pupil'], groupIds: ['cm2'] }, pupilOfCm1, false],
  ['the group alone is not enough', { profiles: ['teacher'], groupIds: ['cm1'] }, pupilOfCm1, false],
  ['as the profile that he is there', { profiles: ['guardian'], groupIds: ['cm1'] }, motherInCm1WhoTeachesCm2, true],
  ['not as what he is elsewhere', { profiles: ['teacher'], groupIds: ['cm1'] }, motherInCm1WhoTeachesCm2, false],
  ['not as the head whom he is besides', { profiles: ['head'], groupIds: ['cm2'] }, headWhoTeachesCm2, false],
])('a row matches profiles and groups: %s', (_name, row, person, expected) => {
  expect(reaches([{ ...everybody, ...row }], person, NOW)).toBe(expected);
});

test('rows are joined by or, each with its own span', () => {
  const teachers: Activation = { ...everybody, profiles: ['teacher'] };
  const cm1: Activation = { ...everybody, groupIds: ['cm1'] };
  const over: Activation = { ...everybody, until: at(-1) };
  expect(reaches([teachers, cm1], pupilOfCm1, NOW)).toBe(true);
  expect(reaches([teachers, cm1], headWhoTeachesCm2, NOW)).toBe(true);
  expect(reaches([teachers, over], pupilOfCm1, NOW)).toBe(false);
  // Neither the profile of one row nor the group of another: they do not add up.
  expect(
    reaches([teachers, cm1], { profiles: ['guardian'], ties: [{ groupId: 'cm2', profile: 'guardian' }] }, NOW),
  ).toBe(false);
});
