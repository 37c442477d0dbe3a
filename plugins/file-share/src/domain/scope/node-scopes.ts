// SPDX-License-Identifier: EUPL-1.2
import type { Profile, ResourceScope } from '@volee/core-adapter';
import type { NodeRow } from '../../store/node.entity.js';
import { PROFILES_OF } from './readers.js';

/** The columns of a node from which its scopes follow. */
export type NodeWithScope = Pick<
  NodeRow,
  'spaceKind' | 'groupId' | 'ownerId' | 'pupilId' | 'readers' | 'pupilsAdd' | 'addedBy'
>;

const TEAM: readonly Profile[] = ['teacher', 'head'];
const ADULTS: readonly Profile[] = ['teacher', 'staff', 'head'];

/** The scope of reading a folder or file. The files of a drop box have an owner, and each pupil sees their own. */
export function readScope(node: NodeWithScope): ResourceScope {
  const { groupId, ownerId, pupilId, readers, pupilsAdd } = node;
  switch (node.spaceKind) {
    case 'own':
      return { ownerId };
    case 'group':
      if (ownerId !== null) return { groupId, ownerId, visibleTo: TEAM };
      // The folder of a drop box itself: pupils see it, to put something into it.
      return { groupId, visibleTo: pupilsAdd ? ['pupil', ...PROFILES_OF[readers]] : PROFILES_OF[readers] };
    case 'team':
      return { groupId, visibleTo: TEAM };
    case 'school':
      return { schoolWide: true, visibleTo: PROFILES_OF[readers] };
    case 'work':
      return pupilId === null ? { groupId, visibleTo: TEAM } : { groupId, pupilId, visibleTo: PROFILES_OF[readers] };
  }
}

export function addScope(folder: NodeWithScope): ResourceScope {
  const { groupId, ownerId, pupilsAdd } = folder;
  switch (folder.spaceKind) {
    case 'own':
      return { ownerId };
    case 'group':
      if (!pupilsAdd) return { groupId, visibleTo: ['teacher'] };
      // A pupil's own folder in a drop box.
      return ownerId === null
        ? { groupId, visibleTo: ['teacher', 'pupil'] }
        : { groupId, ownerId, visibleTo: ['teacher'] };
    case 'team':
      return { groupId, visibleTo: TEAM };
    case 'school':
      return { schoolWide: true, visibleTo: ADULTS };
    case 'work':
      return workScope(folder);
  }
}

/**
 * The scope of renaming, moving and deleting a folder or file.
 * @param isOpen whether the folder around it is open to pupils: they then change their own
 */
export function changeScope(node: NodeWithScope, isOpen: boolean): ResourceScope {
  const { groupId, ownerId, addedBy } = node;
  switch (node.spaceKind) {
    case 'own':
      return { ownerId };
    case 'group':
      return { groupId, ...(isOpen && addedBy !== null && { ownerId: addedBy }), visibleTo: ['teacher'] };
    case 'team':
      return { groupId, visibleTo: TEAM };
    case 'school':
      return addedBy === null ? { schoolWide: true, visibleTo: ['head'] } : { schoolWide: true, ownerId: addedBy };
    case 'work':
      return workScope(node);
  }
}

/** Files of a work are changed by teachers, and those of a pupil's part by the pupil: the state of the part is checked elsewhere. */
function workScope({ groupId, pupilId }: NodeWithScope): ResourceScope {
  return pupilId === null ? { groupId, visibleTo: ['teacher'] } : { groupId, pupilId, visibleTo: ['pupil', 'teacher'] };
}
