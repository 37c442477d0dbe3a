// SPDX-License-Identifier: EUPL-1.2
import { ForbiddenError, NotFoundError, type PageReply, type RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { problemPage } from '../shared/problem-page.js';
import { ofPupils } from '../../domain/keep/of-pupils.js';
import { sharedWithOthers } from '../../domain/move/shared-with-others.js';
import { folderPath, trashPath } from '../../paths.js';
import { addScope, changeScope } from '../../domain/scope/node-scopes.js';
import type { Settings } from '../../settings.js';
import { nameOfSpace } from '../../domain/space/name-of-space.js';
import { placeOf } from '../../domain/space/folder-place.js';
import { openSpace } from '../../domain/space/open-space.js';
import { ownSpace } from '../../store/space-ref.js';
import type { NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { findNode } from '../../domain/tree/find-node.js';
import { restoreNode } from '../../domain/tree/restore-node.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';
import { comesHome, isOwnRubbish } from '../../domain/trash/comes-home.js';
import { loadTrashed, type TrashedNode } from '../../domain/trash/trashed-node.js';

type RestoreRequest = FileShareRequest & { readonly resource: TrashedNode };

/** Puts a folder or file back, and stays in the trash. */
export async function restoreTrashed(request: RestoreRequest, { quota }: Settings): Promise<RedirectReply | PageReply> {
  const { resource, db, user, redirect, t } = request;
  const { spaceId, id } = resource.node;
  const into = (await comesHome(resource.node, resource.folder, request))
    ? await openSpace(ownSpace(user.id), request)
    : undefined;
  const back = into ? folderPath({ space: ownSpace(user.id) }) : trashPath(spaceId);
  const tools = { ...request, quotas: quota };
  try {
    const restored = await changeSpaces(
      [spaceId, ...(into ? [into.spaceId] : [])],
      async () => {
        const node = await mayRestore(id, into, request);
        const { pupilIds } = await ofPupils([node], request);
        return restoreNode(node, tools, { pupilIds, ...(into && { into }) });
      },
      { db },
    );
    const folder = await findNode(restored.parentId, { db });
    const notice = { name: restored.name, folder: folder?.name || (await nameOf(restored, request)) };
    return redirect(back, t('trash.restored', notice));
  } catch (error) {
    if (error instanceof TreeRefusal) return problemPage({ kind: error.problem, name: error.about }, back, request);
    throw error;
  }
}

/** Puts back what was thrown away a moment before, all of it or nothing, and leads to its folder. */
export async function undoTrash(
  ids: readonly string[],
  request: RestoreRequest,
  { quota }: Settings,
): Promise<RedirectReply> {
  const { resource, db, redirect, t } = request;
  const { spaceId } = resource.node;
  try {
    const restored = await changeSpaces(
      [spaceId],
      async () => {
        const done: NodeRow[] = [];
        for (const id of ids) {
          const node = await mayRestore(id, undefined, request);
          if (node.spaceId !== spaceId)
            throw new NotFoundError('It was thrown away elsewhere.', { details: { node: id } });
          const { pupilIds } = await ofPupils([node], request);
          done.push(await restoreNode(node, { ...request, quotas: quota }, { pupilIds }));
        }
        return done;
      },
      { db },
    );
    const folder = await findNode(restored[0]?.parentId ?? '', { db });
    const place = folder && placeOf(folder);
    return redirect(place ? folderPath(place) : trashPath(spaceId), t('trash.undone', { count: restored.length }));
  } catch (error) {
    const isLate = error instanceof TreeRefusal || error instanceof NotFoundError || error instanceof ForbiddenError;
    if (isLate) return redirect(trashPath(spaceId), t('trash.notUndone'));
    throw error;
  }
}

/** The rights are checked again once the space is locked: the folder may have been closed or have become another. */
async function mayRestore(id: string, into: NodeRow | undefined, request: RestoreRequest): Promise<NodeRow> {
  const { access } = request;
  const trashed = await loadTrashed({ ...request, params: { id } });
  if (!trashed) throw new NotFoundError('It was put back or deleted just before.', { details: { node: id } });
  const { node, folder } = trashed;
  const scope = changeScope(node, folder?.pupilsAdd === true && isOwnRubbish(node));
  const mayPutBack = (!folder || (await access.can('change', addScope(folder)))) && (await access.can('change', scope));
  const mayTakeHome =
    into !== undefined &&
    (await comesHome(node, folder, request)) &&
    (await sharedWithOthers([node], request)).size === 0;
  if (!mayTakeHome && !mayPutBack) {
    throw new ForbiddenError('The user may not add to the folder.', { details: { node: id } });
  }
  return node;
}

function nameOf({ spaceKind, groupId, ownerId }: NodeRow, request: RestoreRequest): Promise<string> {
  if (spaceKind === 'work') throw new Error('Files of works are in no trash.');
  return nameOfSpace({ kind: spaceKind, groupId, ownerId: spaceKind === 'own' ? ownerId : null }, request);
}
