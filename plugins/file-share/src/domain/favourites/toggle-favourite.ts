// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { FavouriteRow } from '../../store/favourite.entity.js';

/** Marks a folder or file with the user's star, or takes the star away. @returns whether it has the star now */
export async function toggleFavourite(
  nodeId: string,
  { db, user }: Pick<FileShareRequest, 'db' | 'user'>,
): Promise<boolean> {
  const favourites = db.repository(FavouriteRow);
  const row = { ownerId: user.id, nodeId };
  if ((await favourites.delete(row)) > 0) return false;
  try {
    await favourites.insert([row]);
  } catch (error) {
    // A double click: another request was first.
    if (!(error instanceof ConflictError)) throw error;
  }
  return true;
}
