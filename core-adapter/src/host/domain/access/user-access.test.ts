// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { GroupRelation } from '../directory/group-relations.js';
import { userAccess, type JudgedAccess } from './user-access.js';

const cm1 = { id: 'cm1', name: 'CM1', kind: 'class' } as const;
const cm2 = { id: 'cm2', name: 'CM2', kind: 'class' } as const;
const permissions = {
  read: { profiles: ['pupil', 'guardian', 'teacher'] },
  write: { profiles: ['teacher'] },
} satisfies Record<string, { profiles: Profile[] }>;

function access(profiles: Profile[], ties: GroupRelation[]): JudgedAccess {
  const user = { id: 'me', displayName: 'Léa Martin', givenName: 'Léa', profiles };
  return userAccess(permissions, user, () => Promise.resolve(ties));
}

const inGroup = (groupId: string) => ({ groupId, ownerId: null });
const ownedBy = (ownerId: string) => ({ groupId: null, ownerId });

test('a permission without a scope needs a profile that has it in the school', async () => {
  expect(await access(['pupil'], []).judge('read')).toBe('allowed');
  expect(await access(['pupil'], []).judge('write')).toBe('forbidden');
  expect(await access(['staff'], []).judge('read')).toBe('forbidden');
  expect(await access(['teacher'], []).judge('no-such-permission')).toBe('forbidden');
});

test('in a group, only the profile that ties the person to it counts, not their other profiles', async () => {
  const teacherAndParent = access(
    ['teacher', 'guardian'],
    [
      { group: cm1, profile: 'teacher' },
      { group: cm2, profile: 'guardian' },
    ],
  );
  expect(await teacherAndParent.judge('write', inGroup('cm1'))).toBe('allowed');
  expect(await teacherAndParent.judge('read', inGroup('cm2'))).toBe('allowed');
  expect(await teacherAndParent.judge('write', inGroup('cm2'))).toBe('forbidden');
  expect((await teacherAndParent.groups('write')).map(({ id }) => id)).toEqual(['cm1']);
});

test('T8: a group without a tie to the person is unknown to them, whatever their profiles in the school', async () => {
  expect(await access(['teacher'], [{ group: cm1, profile: 'teacher' }]).judge('read', inGroup('cm2'))).toBe('unknown');
});

test('a personal resource belongs to its owner, and is unknown to everybody else', async () => {
  expect(await access(['pupil'], []).judge('read', ownedBy('me'))).toBe('allowed');
  expect(await access(['pupil'], []).judge('write', ownedBy('me'))).toBe('forbidden');
  expect(await access(['teacher', 'head'], []).judge('read', ownedBy('another'))).toBe('unknown');
  expect(await access(['teacher'], []).judge('read', { groupId: null, ownerId: null })).toBe('unknown');
});
