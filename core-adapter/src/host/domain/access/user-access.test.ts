// SPDX-License-Identifier: EUPL-1.2
import { asyncProperty, assert, constantFrom, record, subarray } from 'fast-check';
import type { Permission } from '../../../api/access.js';
import { PROFILES, type Group } from '../../../api/people.js';
import type { Standing } from './related-as.js';
import { GROUPS, STANDINGS } from './standings-for-tests.js';
import { userAccess, type JudgedAccess } from './user-access.js';
import type { UserRelations } from './user-relations.js';

const permissions: Readonly<Record<string, Permission>> = {
  read: { profiles: ['pupil', 'guardian', 'teacher', 'head'], past: true },
  write: { profiles: ['teacher'] },
  send: { profiles: ['guardian', 'teacher', 'staff'], everywhere: ['teacher', 'staff'] },
  acknowledge: { profiles: ['guardian'] },
};
const NAMES = ['read', 'write', 'send', 'acknowledge', 'no such permission'] as const;

/** Also notes what the access reads from the directory. */
function relationsOf(user: Standing, reads: string[] = []): UserRelations {
  function answer<R>(name: string, value: R): Promise<R> {
    reads.push(name);
    return Promise.resolve(value);
  }
  return {
    groups: () => answer('groups', user.groups),
    pastGroups: () => answer('pastGroups', user.pastGroups),
    formerGroups: () => answer('formerGroups', []),
    schoolGroups: () => answer('schoolGroups', user.schoolGroups),
    children: () => answer('children', []),
    groupsOf: (ids) => answer(`groupsOf ${ids.join()}`, undefined),
    pupils: (ids) => answer(`pupils ${ids.join()}`, user.pupils),
    isOnFor: () => true,
  };
}

function access(user: Standing, reads?: string[]): JudgedAccess {
  return userAccess(permissions, user, relationsOf(user, reads));
}

const names = (groups: readonly Group[]): string[] => groups.map(({ name }) => name);
const { teacher, lastYears, head, staff, pupil, classmate, guardian, both } = STANDINGS;

test('without a scope, a profile of the user needs the permission; nothing is read', async () => {
  const reads: string[] = [];
  expect(await access(pupil, reads).judge('read')).toBe('allowed');
  expect(await access(pupil, reads).judge('write')).toBe('forbidden');
  expect(await access(staff, reads).judge('read')).toBe('forbidden');
  expect(await access(teacher, reads).judge('no such permission')).toBe('forbidden');
  expect(await access(teacher, reads).judge('toString')).toBe('forbidden');
  expect(reads).toEqual([]);
});

test('only the profiles count by which the user is related, not their others', async () => {
  expect(await access(both).judge('write', { groupId: 'cm2' })).toBe('allowed');
  expect(await access(both).judge('read', { groupId: 'cm1' })).toBe('allowed');
  expect(await access(both).judge('write', { groupId: 'cm1' })).toBe('forbidden');
  expect(await access(both).judge('write', { pupilId: 'pia' })).toBe('forbidden');
  expect(await access(both).judge('acknowledge', { pupilId: 'quentin' })).toBe('forbidden');
});

test('T8: a resource is unknown to users without a relation to it, whatever their profiles', async () => {
  expect(await access(teacher).judge('read', { groupId: 'cm2' })).toBe('unknown');
  expect(await access(teacher).judge('read', { pupilId: 'quentin' })).toBe('unknown');
  expect(await access(head).judge('read', { ownerId: 'pia' })).toBe('unknown');
  expect(await access(teacher).judge('read', {})).toBe('unknown');
});

test('T8: a resource is unknown to users that only profiles outside of visibleTo relate to it', async () => {
  const draft = { pupilId: 'pia', visibleTo: ['teacher', 'head'] } as const;
  expect(await access(teacher).judge('read', draft)).toBe('allowed');
  for (const user of [pupil, guardian, both, classmate])
    expect(await access(user).judge('read', draft)).toBe('unknown');
  const forGuardians = { pupilId: 'quentin', visibleTo: ['guardian'] } as const;
  expect(await access(both).judge('write', forGuardians)).toBe('unknown');
});

test('heldAs names the profiles by which the user has the permission', async () => {
  expect(await access(head).heldAs('read', { groupId: 'cm1' })).toEqual(['head']);
  expect(await access(both).heldAs('read', { ownerId: 'bea' })).toEqual(['guardian', 'teacher']);
  expect(await access(both).heldAs('acknowledge', { ownerId: 'bea' })).toEqual(['guardian']);
  expect(await access(guardian).heldAs('read', { pupilId: 'cleo' })).toEqual([]);
  expect(await access(guardian).heldAs('write', { pupilId: 'pia' })).toEqual([]);
});

test('groups and pastGroups list the groups of a permission, each once, by name', async () => {
  expect(names(await access(both).groups('read'))).toEqual(['Chorale', 'CM1', 'CM2']);
  expect(names(await access(both).groups('write'))).toEqual(['CM2']);
  expect(names(await access(lastYears).groups('read'))).toEqual([]);
  expect(names(await access(lastYears).pastGroups('read'))).toEqual(['CE2']);
  expect(names(await access(lastYears).pastGroups('write'))).toEqual([]);
  expect(names(await access(lastYears).groups('send'))).toEqual(['Chorale', 'CM1', 'CM2']);
  expect(names(await access(guardian).groups('send'))).toEqual(['Chorale', 'CM1']);
  expect(names(await access(head).pastGroups('read'))).toEqual(['CE2']);
});

test('filter keeps the resources in their order, and reads the directory once', async () => {
  const reads: string[] = [];
  const reports = ['quentin', 'pia', 'cleo', 'zoe'].map((pupilId) => ({ pupilId, text: pupilId }));
  const kept = await access(both, reads).filter('read', reports);
  expect(kept.map(({ text }) => text)).toEqual(['quentin', 'pia']);
  expect(reads).toEqual(['groups', 'pupils quentin,pia,cleo,zoe']);
  expect(await access(both).filter('read', [])).toEqual([]);
});

test.each([
  ['one’s own', 'read', { ownerId: 'pia' }, []],
  ['a group', 'write', { groupId: 'cm1' }, ['groups']],
  ['a group that may be last year’s', 'read', { groupId: 'cm1' }, ['groups', 'pastGroups']],
  ['a pupil, of somebody that does not teach', 'write', { pupilId: 'cleo' }, ['pupils cleo']],
  ['a pupil that is null', 'read', { groupId: 'cm1', pupilId: null }, []],
  ['the whole school', 'read', { schoolWide: true }, []],
] as const)('about %s, no more is read than needed', async (_, permission, scope, expected) => {
  const reads: string[] = [];
  await access(pupil, reads).judge(permission, scope);
  expect(reads).toEqual(expected);
});

test('can, heldAs, filter, groups and pastGroups agree', async () => {
  const everyone = constantFrom(...Object.values(STANDINGS));
  const ids = constantFrom('pia', 'cleo', 'quentin', 'flo', 'zoe', 'bea', 'hugo');
  const scopes = record(
    {
      groupId: constantFrom('cm1', 'cm2', 'choir', 'ce2', '6a'),
      ownerId: ids,
      pupilId: ids,
      schoolWide: constantFrom(true),
      visibleTo: subarray([...PROFILES]),
    },
    { requiredKeys: [] },
  );
  await assert(
    asyncProperty(everyone, constantFrom(...NAMES), scopes, async (user, permission, scope) => {
      const may = access(user);
      const can = await may.can(permission, scope);
      expect((await may.heldAs(permission, scope)).length > 0).toBe(can);
      expect(await may.filter(permission, [scope])).toEqual(can ? [scope] : []);
      if (can) expect(await may.can(permission)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  for (const user of Object.values(STANDINGS)) {
    for (const permission of NAMES) {
      const may = access(user);
      const listed = [...(await may.groups(permission)), ...(await may.pastGroups(permission))];
      const allowed = await may.filter(
        permission,
        Object.values(GROUPS).map(({ id }) => ({ groupId: id })),
      );
      expect(listed.map(({ id }) => id).toSorted()).toEqual(allowed.map(({ groupId }) => groupId).toSorted());
    }
  }
});
