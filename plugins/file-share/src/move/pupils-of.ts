// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../brick-types.js';
import type { NodeRow } from '../store/node.entity.js';

/** The pupils of the class of a folder, as far as the user may move things of theirs: a pupil moves their own alone. */
export async function pupilsOf(
  { spaceKind, groupId, pupilsAdd, readers }: Pick<NodeRow, 'spaceKind' | 'groupId' | 'pupilsAdd' | 'readers'>,
  { user, directory }: Pick<FileShareRequest, 'user' | 'directory'>,
): Promise<ReadonlySet<string>> {
  // Only in a drop box does it matter.
  if (spaceKind !== 'group' || groupId === null || !pupilsAdd || readers !== 'teachers') return new Set();
  if (user.profiles.includes('pupil')) return new Set([user.id]);
  return new Set((await directory.members(groupId, 'pupil')).map(({ id }) => id));
}
