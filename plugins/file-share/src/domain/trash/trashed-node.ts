// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { pupilsAmong } from '../readers/pupils-among.js';
import { changeScope } from '../scope/node-scopes.js';
import { NodeRow } from '../../store/node.entity.js';
import { folderToRestoreTo } from '../tree/restore-node.js';
import { isOwnRubbish } from './comes-home.js';

/** A folder or file in the trash, with the scope of putting it back. */
export interface TrashedNode extends ResourceScope {
  readonly node: NodeRow;
  /** The folder to which it comes back, if it is there. */
  readonly folder: NodeRow | undefined;
}

/**
 * Loads a node for users who may change it where it comes back to (F6), and in a class for the pupil who added it and threw it away: it
 * comes back to their own files when the folder is closed to them.
 */
export async function loadTrashed({
  params,
  db,
  directory,
}: {
  readonly params: { readonly id: string };
  readonly db: SchoolDatabase;
  readonly directory: SchoolDirectory;
}): Promise<TrashedNode | undefined> {
  const node = await db.repository(NodeRow).findOne({ where: { id: params.id } });
  if (node?.trashedFrom == null || node.spaceKind === 'work') return undefined;
  const folder = await folderToRestoreTo(node, { db });
  const isOpen = folder?.pupilsAdd ?? false;
  const isTheirs = isOwnRubbish(node) && (isOpen || (await pupilsAmong([node.addedBy ?? ''], directory)).length > 0);
  return { ...changeScope(node, isTheirs), node, folder };
}
