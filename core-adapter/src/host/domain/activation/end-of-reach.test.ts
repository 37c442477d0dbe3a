// SPDX-License-Identifier: EUPL-1.2
import type { Activation, Reach } from './activation-rule.js';
import { endOfReach } from './end-of-reach.js';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const day = (days: number): Date => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);

const whole: Activation = { profiles: [], groupIds: [], from: day(-60), until: null };
const pupilOfCm1: Reach = { profiles: ['pupil'], ties: [{ groupId: 'cm1', profile: 'pupil' }] };
const head: Reach = { profiles: ['head'], ties: [] };

test.each<[string, Partial<Activation>[], Reach, Date | undefined]>([
  ['without an end', [{}], head, undefined],
  ['an end in five days', [{ until: day(5) }], pupilOfCm1, day(5)],
  ['an end in 30 days', [{ until: day(30) }], pupilOfCm1, day(30)],
  ['an end in 31 days', [{ until: day(31) }], pupilOfCm1, undefined],
  ['an end that is past', [{ until: day(0) }], pupilOfCm1, undefined],
  ['another class takes its place', [{ until: day(5) }, { groupIds: ['cm2'], from: day(5) }], pupilOfCm1, day(5)],
  ['heads keep what is for a class', [{ until: day(5) }, { groupIds: ['cm2'], from: day(5) }], head, undefined],
  ['the own class takes its place', [{ until: day(5) }, { groupIds: ['cm1'], from: day(5) }], pupilOfCm1, undefined],
  ['only later', [{ until: day(5) }, { from: day(6) }], pupilOfCm1, day(5)],
  ['two ends', [{ until: day(5) }, { until: day(9), profiles: ['pupil'] }], pupilOfCm1, day(9)],
  ['a replacement that was called off', [{ until: day(5) }, { from: day(5), until: day(5) }], pupilOfCm1, day(5)],
  ['never for this person', [{ until: day(5), profiles: ['head'] }], pupilOfCm1, undefined],
])('%s', (_name, rules, person, expected) => {
  expect(
    endOfReach(
      rules.map((rule) => ({ ...whole, ...rule })),
      person,
      NOW,
    ),
  ).toEqual(expected);
});
