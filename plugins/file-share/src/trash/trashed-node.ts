// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { changeScope } from '../scope/node-scopes.js';
import { NodeRow } from '../store/node.entity.js';
import { folderToRestoreTo } from '../tree/restore-node.js';

/** A folder or file in the trash, with the scope of putting it back. */
export interface TrashedNode extends ResourceScope {
  readonly node: NodeRow;
  /** The folder to which it comes back, if it is there. */
  readonly folder: NodeRow | undefined;
}

/** Users that may change it where it comes back to (F6): pupils what is their own, as long as the folder is open to them. */
export async function loadTrashed({
  params,
  db,
}: {
  readonly params: { readonly id: string };
  readonly db: SchoolDatabase;
}): Promise<TrashedNode | undefined> {
  const node = await db.repository(NodeRow).findOne({ where: { id: params.id } });
  if (node?.trashedFrom == null || node.spaceKind === 'work') return undefined;
  const folder = await folderToRestoreTo(node, { db });
  return { ...changeScope(node, folder?.pupilsAdd ?? false), node, folder };
}
