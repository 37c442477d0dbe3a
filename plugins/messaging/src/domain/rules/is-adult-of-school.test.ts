// SPDX-License-Identifier: EUPL-1.2
import { isAdultOfSchool } from './is-adult-of-school.js';

test.each([
  ['pupil', false],
  ['guardian', false],
  ['teacher', true],
  ['head', true],
  ['staff', true],
] as const)('a %s is an adult of the school: %s', (profile, expected) => {
  expect(isAdultOfSchool({ profiles: [profile] })).toBe(expected);
});

test('somebody who is more than one thing is an adult of the school if one of them is', () => {
  expect(isAdultOfSchool({ profiles: ['guardian', 'teacher'] })).toBe(true);
  expect(isAdultOfSchool({ profiles: ['pupil', 'guardian'] })).toBe(false);
  expect(isAdultOfSchool({ profiles: [] })).toBe(false);
});
