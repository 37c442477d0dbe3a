// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { addScope } from '../scope/node-scopes.js';
import { groupSpace } from '../../store/space-ref.js';
import { rootScope } from '../scope/root-scope.js';
import type { NodeRow } from '../../store/node.entity.js';
import { openingScope } from './trash-place.js';

/**
 * Whether a trashed node of a class comes back to the own files of the pupil who threw it away (`isOwnRubbish`): they may add nothing any more to
 * the folder from which it came, that folder is gone, or the class is out of their reach.
 * @param folder to which it would come back otherwise
 */
export async function comesHome(
  node: NodeRow,
  folder: NodeRow | undefined,
  { access, user }: Pick<FileShareRequest, 'access' | 'user'>,
): Promise<boolean> {
  const { spaceKind, groupId, addedBy } = node;
  if (spaceKind !== 'group' || addedBy !== user.id || !isOwnRubbish(node) || !user.profiles.includes('pupil'))
    return false;
  const space = groupSpace(groupId ?? '');
  const mayAdd = await access.can('change', addScope(folder ?? rootScope(space)));
  return !mayAdd || !(await access.can('change', openingScope(space)));
}

/** Whether the person who added it threw it away themselves. What a teacher threw away stays with the teachers: the pupil has a copy (ADR 82). */
export function isOwnRubbish({ addedBy, trashedBy }: Pick<NodeRow, 'addedBy' | 'trashedBy'>): boolean {
  return addedBy !== null && addedBy === trashedBy;
}
