// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { FolderPlace } from '../space/folder-place.js';
import { trashPath } from '../../paths.js';
import { holderOf, ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { openingScope } from './trash-place.js';
import { thrownInClasses } from './trashed-nodes.js';

type LinkRequest = Pick<FileShareRequest, 'access' | 'db' | 'user' | 't' | 'url'>;

interface TrashLink {
  readonly label: string;
  readonly url: string;
}

/**
 * The way from the page of a folder to the trash of its space, if the user opens it. Pupils also find what they threw away in classes, whether or not
 * they add to anything there by now: in a class that they left, or that has ended, the way leads to their own trash.
 */
export async function trashLink(
  place: Pick<FolderPlace, 'folder' | 'folderId' | 'space'> & { readonly mayAdd: boolean },
  request: LinkRequest,
): Promise<TrashLink | undefined> {
  const { access, user, t, url } = request;
  const { folder, folderId, space, mayAdd } = place;
  const isOpened = folder !== undefined && (await access.can('change', openingScope(space)));
  const here = folder && { label: t(`trash.of.${space.kind}`), url: url(trashPath(folder.spaceId)) };
  if (isOpened && mayAdd) return here;
  if (folderId !== undefined && !mayAdd) return undefined;
  if (!(await hasThrown(place, request))) return undefined;
  return isOpened ? here : { label: t('trash.of.own'), url: url(trashPath(holderOf(ownSpace(user.id)))) };
}

/** Whether the user, a pupil, threw away something in this class, or in any class for the page of their own files. */
async function hasThrown(
  { space, folder }: Pick<FolderPlace, 'space' | 'folder'>,
  request: LinkRequest,
): Promise<boolean> {
  const thrown = thrownInClasses(request);
  if (!thrown || (space.kind !== 'own' && space.kind !== 'group')) return false;
  const where = { ...thrown, ...(space.kind === 'group' && { spaceId: folder?.spaceId ?? '' }) };
  return (await request.db.repository(NodeRow).count({ where })) > 0;
}
