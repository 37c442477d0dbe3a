// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FileShareRequest } from '../../brick-types.js';
import { findSpace, placeOf, type FolderPlace } from '../space/folder-place.js';
import { groupSpace, holderOf, ownSpace, SCHOOL_SPACE, teamSpace, type SpaceRef } from '../../store/space-ref.js';
import { findFolder } from '../tree/find-node.js';

export type Destination = Pick<FolderPlace, 'space' | 'folderId' | 'folder'>;

const uuid = z.uuid();

/** The key of the user’s own space. */
const OWN = 'own';

/** The key of a destination in forms: the id of a folder, or the holder of a space. The user’s own space needs no id. */
export function destinationKey({ space, folderId }: Pick<Destination, 'space' | 'folderId'>): string {
  return folderId ?? (space.kind === 'own' ? OWN : holderOf(space));
}

/** The folder or space with this key. Whether the user may add to it is checked elsewhere. */
export async function findDestination(
  key: string,
  { db, user }: Pick<FileShareRequest, 'db' | 'user'>,
): Promise<Destination | undefined> {
  const space = key === OWN ? ownSpace(user.id) : spaceOf(key);
  if (space) return findSpace(space, { db });
  const folder = uuid.safeParse(key).success ? await findFolder(key, { db }) : undefined;
  return folder && placeOf(folder);
}

function spaceOf(key: string): SpaceRef | undefined {
  if (key === holderOf(SCHOOL_SPACE)) return SCHOOL_SPACE;
  const [kind, id] = key.split(':');
  if (!uuid.safeParse(id).success || id === undefined) return undefined;
  if (kind === 'group') return groupSpace(id);
  return kind === 'team' ? teamSpace(id) : undefined;
}
