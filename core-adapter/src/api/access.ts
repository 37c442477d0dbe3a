// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from './people.js';

/** A permission of a brick: the profiles that have it. No other profile has it. */
export interface Permission {
  readonly profiles: readonly Profile[];
}

/**
 * The group or the person that a resource belongs to. The host decides access from it: for a group, the profile that
 * ties the user to the group needs the permission (a pupil in it, a child's guardian, its teacher, the head of its
 * school); for a personal resource, the user must be its owner.
 * @example
 * `{ groupId: event.groupId, ownerId: null }`
 */
export interface ResourceScope {
  readonly groupId: string | null;
  readonly ownerId: string | null;
}

/** The access of the user in the school of the address, denied unless a permission allows it. */
export interface UserAccess<P extends string> {
  /** Whether the user has the permission for this resource or, without `belonging`, anywhere in the school. */
  can(permission: P, belonging?: ResourceScope): Promise<boolean>;
  /** The groups of the current school year in which the user has the permission, sorted by name. */
  groups(permission: P): Promise<readonly Group[]>;
}
