// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../brick-types.js';
import { addScope } from '../scope/node-scopes.js';
import { groupSpace, rootScope } from '../space/space-ref.js';
import type { NodeRow } from '../store/node.entity.js';

/**
 * Whether a trashed node of a class comes back to the own files of the pupil that added it: they may add nothing any more to the folder from
 * which it came, or that folder is gone.
 * @param folder to which it would come back otherwise
 */
export async function comesHome(
  { spaceKind, groupId, addedBy }: NodeRow,
  folder: NodeRow | undefined,
  { access, user }: Pick<FileShareRequest, 'access' | 'user'>,
): Promise<boolean> {
  if (spaceKind !== 'group' || addedBy !== user.id || !user.profiles.includes('pupil')) return false;
  return !(await access.can('change', addScope(folder ?? rootScope(groupSpace(groupId ?? '')))));
}
