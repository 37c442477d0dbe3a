// SPDX-License-Identifier: EUPL-1.2
import type { Permission, ResourceScope } from '../../../api/access.js';
import type { Group, Profile } from '../../../api/people.js';
import type { GroupRelation } from '../directory/group-relations.js';
import type { PupilRelation } from '../directory/pupil-relations.js';

/** A user in one school, and the facts that the directory knows about them there. Facts that a scope does not need may be left out. */
export interface Standing {
  readonly id: string;
  readonly profiles: readonly Profile[];
  /** Relations to groups of this school year. */
  readonly groups: readonly GroupRelation[];
  /** Relations to groups of last school year as a teacher or head, and to groups that have ended as a teacher, head or pupil. */
  readonly pastGroups: readonly GroupRelation[];
  /** Every group of this school year of the school. */
  readonly schoolGroups: readonly Group[];
  /** By id of the pupil. A person who never was a pupil of the school is missing. */
  readonly pupils: ReadonlyMap<string, PupilRelation>;
}

/** The lines of the table of scopes: see `ResourceScope`. */
export type ScopeLine = 'group' | 'owner' | 'pupil' | 'groupOwner' | 'groupPupil' | 'school' | 'schoolOwner';

/**
 * The profiles by which the user is related to a resource of this scope, under this permission. Empty: the user may not
 * learn that it exists. This is the only place that knows the table of `ResourceScope`.
 */
export function relatedAs(scope: ResourceScope, permission: Permission, user: Standing): Profile[] {
  const line = scopeLine(scope);
  if (line === undefined) return [];
  if (typeof scope.pupilId === 'string' && !user.pupils.has(scope.pupilId)) return [];
  if (scope.ownerId === user.id) return [...user.profiles];
  const related = new Set(byLine(line, scope, permission, user));
  return [...related].filter((profile) => scope.visibleTo === undefined || scope.visibleTo.includes(profile));
}

/** Undefined for a scope that relates nobody: it names nothing, its pupil is null, or no line has its combination. */
export function scopeLine(scope: ResourceScope): ScopeLine | undefined {
  const { groupId, ownerId, pupilId, schoolWide } = scope;
  const isOwned = typeof ownerId === 'string';
  // A row read without its ownerId may have an owner; a null ownerId beside `schoolWide` would open the row to everybody.
  if ('ownerId' in scope && (ownerId === undefined || (schoolWide && !isOwned))) return undefined;
  if (schoolWide) {
    if (typeof groupId === 'string' || 'pupilId' in scope) return undefined;
    return isOwned ? 'schoolOwner' : 'school';
  }
  // A pupilId without a value is a fault, and must not open the resource to the class.
  if ('pupilId' in scope) {
    if (typeof pupilId !== 'string' || isOwned) return undefined;
    return typeof groupId === 'string' ? 'groupPupil' : 'pupil';
  }
  if (typeof groupId === 'string') return isOwned ? 'groupOwner' : 'group';
  return isOwned ? 'owner' : undefined;
}

function byLine(line: ScopeLine, scope: ResourceScope, permission: Permission, user: Standing): Profile[] {
  switch (line) {
    case 'group':
      return [...toGroup(scope, permission, user), ...everywhere(scope, permission, user)];
    case 'owner':
      return [];
    case 'pupil':
      return [...asFamily(scope, user), ...asTeacher(scope, user), ...asHead(user)];
    case 'groupOwner':
      return toGroup(scope, permission, user).filter(isInCharge);
    case 'groupPupil':
      return [...asFamily(scope, user), ...toGroup(scope, permission, user).filter(isInCharge)];
    case 'school':
      return [...user.profiles];
    case 'schoolOwner':
      return asHead(user);
  }
}

function toGroup({ groupId }: ResourceScope, { past }: Permission, user: Standing): Profile[] {
  const relations = past ? [...user.groups, ...user.pastGroups] : user.groups;
  return relations.filter(({ group }) => group.id === groupId).map(({ profile }) => profile);
}

function everywhere({ groupId }: ResourceScope, permission: Permission, user: Standing): Profile[] {
  if (!user.schoolGroups.some(({ id }) => id === groupId)) return [];
  return user.profiles.filter((profile) => permission.everywhere?.includes(profile));
}

/** The pupil themselves, or a guardian of the pupil. */
function asFamily({ pupilId }: ResourceScope, user: Standing): Profile[] {
  const isGuardian = user.pupils.get(pupilId ?? '')?.isChild ?? false;
  return user.profiles.filter(
    (profile) => (profile === 'pupil' && pupilId === user.id) || (profile === 'guardian' && isGuardian),
  );
}

/** Only a class relates a teacher to a pupil: the teacher of an option or a choir reads no report. */
function asTeacher({ pupilId }: ResourceScope, user: Standing): Profile[] {
  const classIds = user.pupils.get(pupilId ?? '')?.classIds ?? [];
  const teaches = user.groups.some(({ group, profile }) => profile === 'teacher' && classIds.includes(group.id));
  return teaches ? ['teacher'] : [];
}

function asHead(user: Standing): Profile[] {
  return user.profiles.filter((profile) => profile === 'head');
}

function isInCharge(profile: Profile): boolean {
  return profile === 'teacher' || profile === 'head';
}
