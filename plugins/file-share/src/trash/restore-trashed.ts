// SPDX-License-Identifier: EUPL-1.2
import { ForbiddenError, NotFoundError, type PageReply, type RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../brick-types.js';
import { problemPage } from '../move/problem-page.js';
import { trashPath } from '../paths.js';
import { addScope } from '../scope/node-scopes.js';
import type { Settings } from '../settings.js';
import { nameOfSpace } from '../space/name-of-space.js';
import type { NodeRow } from '../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { findNode } from '../tree/find-node.js';
import { restoreNode } from '../tree/restore-node.js';
import { TreeRefusal } from '../tree/tree-refusal.js';
import { loadTrashed, type TrashedNode } from './trashed-node.js';

type RestoreRequest = FileShareRequest & { readonly resource: TrashedNode };

/** Puts a folder or file back, and stays in the trash. */
export async function restoreTrashed(request: RestoreRequest, { quota }: Settings): Promise<RedirectReply | PageReply> {
  const { resource, db, redirect, t } = request;
  const { spaceId, id } = resource.node;
  const back = trashPath(spaceId);
  const tools = { ...request, quotas: quota };
  try {
    const restored = await changeSpaces([spaceId], async () => restoreNode(await mayRestore(id, request), tools), {
      db,
    });
    const folder = await findNode(restored.parentId, { db });
    const notice = { name: restored.name, folder: folder?.name || (await nameOf(restored, request)) };
    return redirect(back, t('trash.restored', notice));
  } catch (error) {
    if (error instanceof TreeRefusal) return problemPage({ kind: error.problem, name: error.about }, back, request);
    throw error;
  }
}

/** The rights are asked again behind the lock: the folder may have been closed or have become another. */
async function mayRestore(id: string, { db, access }: RestoreRequest): Promise<NodeRow> {
  const trashed = await loadTrashed({ params: { id }, db });
  if (!trashed) throw new NotFoundError('It was put back or deleted just before.', { details: { node: id } });
  const { node, folder } = trashed;
  const mayAdd = !folder || (await access.can('change', addScope(folder)));
  if (!mayAdd || !(await access.can('change', trashed))) {
    throw new ForbiddenError('The user may not add to the folder.', { details: { node: id } });
  }
  return node;
}

function nameOf({ spaceKind, groupId, ownerId }: NodeRow, request: RestoreRequest): Promise<string> {
  if (spaceKind === 'work') throw new Error('Files of works are in no trash.');
  return nameOfSpace({ kind: spaceKind, groupId, ownerId: spaceKind === 'own' ? ownerId : null }, request);
}
