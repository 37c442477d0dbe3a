// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from './people.js';

/**
 * A permission of a brick: the profiles that have it. No other profile has it. A person has it for a resource when a
 * profile by which they are related to the resource (see {@link ResourceScope}) is among them.
 * @example
 * `write: { profiles: ['pupil', 'guardian', 'teacher'], everywhere: ['teacher'] }`
 * @stable
 */
export interface Permission {
  readonly profiles: readonly Profile[];
  /** Some of `profiles`: they have it for each group of this school year, related to the group or not. Only for a scope of `groupId` alone. */
  readonly everywhere?: readonly Profile[];
  /**
   * Teachers and heads keep the permission for their groups of last school year. When a group ends during its year, the people who were its
   * teachers or pupils at that time keep it as well, pupils until that year is over. It counts for every route of the permission: for a form
   * that writes, new rows of such a group are allowed, too.
   */
  readonly past?: true;
}

/**
 * The owner, pupil, group or school of a resource. The host decides from it which users are related to the resource, and by which profile:
 *
 * - `groupId`: everybody who is related to the group. Pupils are by being in it, guardians through a child, teachers by
 *   teaching it, and the head is to each class.
 * - `ownerId`: the owner.
 * - `pupilId`: the pupil, their guardians, the teachers of their classes of this school year, and the head.
 * - `groupId` and `ownerId`: the owner, and the teachers and the head of the group.
 * - `groupId` and `pupilId`: the pupil and their guardians, and the teachers and the head of the group.
 * - `schoolWide`: everybody of the school.
 * - `schoolWide` and `ownerId`: the owner and the head.
 *
 * Any other combination relates nobody. Users who are not related get a 404. The scope of something new about a pupil
 * is `pupilId` alone: with `groupId`, its teachers could make one about any pupil of the school.
 * @example
 * `{ groupId: event.groupId }`
 * @example
 * `{ pupilId: report.pupilId, ...(report.publishedAt === null && { visibleTo: ['teacher', 'head'] }) }`
 * @stable
 */
export interface ResourceScope {
  /** Null counts as absent, so that a row with nullable columns is a scope. */
  readonly groupId?: string | null;
  /**
   * Null counts as absent, except beside `schoolWide`, where it relates nobody: a row that lost its owner must not become visible to
   * everybody.
   */
  readonly ownerId?: string | null;
  /** A person who is or was a pupil of the school. Null relates nobody: a row that lost its pupil must not become visible to the class. */
  readonly pupilId?: string | null;
  readonly schoolWide?: true;
  /**
   * Only these of the profiles above count: for users who are related by no other, the resource does not exist (404).
   * The owner always counts. A state (a draft) or an audience (teachers only) goes here.
   */
  readonly visibleTo?: readonly Profile[];
}

/** The access of the user in the school of the address, denied unless a permission allows it. @stable */
export interface UserAccess<P extends string> {
  /** Whether the user has the permission for this resource or, without a scope, anywhere in the school. */
  can(permission: P, scope?: ResourceScope): Promise<boolean>;
  /**
   * The resources for which the user has the permission, in their order. For a list: the directory is asked once, not
   * once for each.
   * @example
   * `const shown = await access.filter('read', await db.repository(Report).find({ where: { classId } }));`
   */
  filter<R extends ResourceScope>(permission: P, resources: readonly R[]): Promise<R[]>;
  /**
   * The profiles by which the user has the permission for this resource; empty when they do not have it. For the owner: all their profiles
   * with the permission.
   * @example
   * `if ((await access.heldAs('read', file)).join() === 'head') await audit('file.read', { file: file.id });`
   */
  heldAs(permission: P, scope: ResourceScope): Promise<readonly Profile[]>;
  /** The groups of this school year in which the user has the permission, sorted by name. */
  groups(permission: P): Promise<readonly Group[]>;
  /** The groups of last school year, and those that have ended, in which the user still has the permission, sorted by name: see {@link Permission.past}. */
  pastGroups(permission: P): Promise<readonly Group[]>;
  /**
   * Whether teachers of a group have the brick for it. `groups` names all classes to heads, also those for which the brick is off: nobody
   * can be asked for anything there. A group that is no class has it always.
   * @example
   * `const waiting = (await access.groups('endorse')).filter((group) => access.isOnFor(group));`
   */
  isOnFor(group: Group): boolean;
}
