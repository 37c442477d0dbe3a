// SPDX-License-Identifier: EUPL-1.2
import { GROUP_KINDS, PROFILES, type GroupKind } from '../../../../api/people.js';
import { attachmentKey, groupKey } from '../state/person-state.js';
import { capacitiesIn, capacitiesInGroup, capacitiesOf, capacityKey, type Capacity } from './capacity.js';
import { RetentionStats } from './retention-stats.js';

const HERE = '0390001X';
const THERE = '0390002Y';

const kindOf = (group: string): GroupKind => (group === groupKey(HERE, 'Latin') ? 'option' : 'class');

const paul = {
  attachments: new Set([attachmentKey(HERE, 'teacher'), attachmentKey(THERE, 'teacher')]),
  memberships: new Map([
    [groupKey(HERE, '6A'), 'teacher'],
    [groupKey(HERE, '6B'), 'teacher'],
    [groupKey(HERE, 'Latin'), 'teacher'],
  ] as const),
};

test('a person has each capacity once, in the schools and anywhere', () => {
  expect([...capacitiesOf(paul, kindOf).values()]).toEqual([
    { kind: 'anybody', uai: HERE },
    { kind: 'profile', uai: HERE, profile: 'teacher' },
    { kind: 'profile-anywhere', profile: 'teacher' },
    { kind: 'anybody', uai: THERE },
    { kind: 'profile', uai: THERE, profile: 'teacher' },
    { kind: 'group', uai: HERE, role: 'teacher' },
    { kind: 'group-of-kind', uai: HERE, role: 'teacher', profile: 'teacher', group: 'class' },
    { kind: 'group-of-kind', uai: HERE, role: 'teacher', profile: 'teacher', group: 'option' },
  ]);
});

test.each([HERE, '*', 'pupil', 'anybody', 'anywhere teacher', 'group member'])(
  'the capacities in a school named %s are different from all others',
  (uai) => {
    const roles = ['member', 'teacher'] as const;
    const others = [HERE, THERE, '*', 'pupil', uai].flatMap((one): Capacity[] => [
      ...PROFILES.flatMap((profile) => capacitiesIn(one, profile)),
      ...roles.flatMap((role) =>
        GROUP_KINDS.flatMap((group) => capacitiesInGroup({ uai: one, role, group }, PROFILES)),
      ),
    ]);
    const told = new Map(others.map((capacity) => [capacityKey(capacity), JSON.stringify(capacity)]));
    expect(told.size).toBe(new Set(others.map((capacity) => JSON.stringify(capacity))).size);
  },
);

test('persons are counted in their schools and anywhere; leavers are not counted in groups', () => {
  const stats = new RetentionStats();
  const person = { key: 'paul', login: 'paul', givenName: 'Paul', familyName: 'Faivre', displayName: 'Paul Faivre' };
  stats.compare({ ...person, ...paul, children: new Set() }, undefined);
  expect([...stats.schools()]).toEqual([HERE, THERE]);
  expect(stats.of({ kind: 'profile-anywhere', profile: 'teacher' })).toEqual({ before: 1, kept: 0 });
  // A person who left the source counts among the people, not in the groups.
  expect(stats.of({ kind: 'group', uai: HERE, role: 'teacher' })).toEqual({ before: 0, kept: 0 });
});
