// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { NodeRow } from '../../store/node.entity.js';
import { inParts } from './all-below.js';
import { readScope } from '../scope/node-scopes.js';

/**
 * Writes a line for each pupil in the journal of the school, or several for many files, when a head opens pupils' files in a drop box as
 * head alone.
 */
export async function openedAsHead(
  nodes: readonly NodeRow[],
  { access, audit }: Pick<FileShareRequest, 'access' | 'audit'>,
): Promise<void> {
  const files = new Map<string, NodeRow[]>();
  for (const node of nodes) {
    if (node.spaceKind !== 'group' || node.ownerId === null) continue;
    files.set(node.ownerId, [...(files.get(node.ownerId) ?? []), node]);
  }
  for (const [pupil, theirs] of files) {
    const [first] = theirs;
    if (!first || (await access.heldAs('read', readScope(first))).join() !== 'head') continue;
    // A line of the journal holds the ids of some 1,600 files.
    for (const files of inParts(theirs.map(({ id }) => id))) {
      await audit('file-share.file.read', { pupil, groupId: first.groupId, files });
    }
  }
}
