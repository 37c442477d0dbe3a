// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from './people.js';

/** A permission of a brick: the profiles that have it. Nobody else does. */
export interface Permission {
  readonly profiles: readonly Profile[];
}

/**
 * Something that belongs to a group or to a person. The host answers who may touch it:
 * a person has a permission in a group when the profile that ties him to this group has it (a pupil by being in it, a
 * guardian through a child, a teacher by teaching it, a head by heading its school), and in a personal thing when it is his.
 */
export interface ResourceScope {
  readonly groupId: string | null;
  readonly ownerId: string | null;
}

/** What the user may do in the school of the address. Denied unless something allows it. */
export interface UserAccess<P extends string> {
  /** Has the permission here: in this belonging, or, without one, anywhere in the school. */
  can(permission: P, belonging?: ResourceScope): Promise<boolean>;
  /** The groups of this school year in which the user has the permission, by name. */
  groups(permission: P): Promise<readonly Group[]>;
}
