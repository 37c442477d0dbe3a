// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { placeOf } from '../../domain/space/folder-place.js';
import { folderPath } from '../../paths.js';
import { idParams } from '../../route-params.js';
import { CopyRow } from '../../store/copy.entity.js';
import { findFolder } from '../../domain/tree/find-node.js';

/** The user has read how a copy ended. */
export function registerCopies({ http }: Pick<FileShareBrick, 'http'>): void {
  http.post(
    '/copies/:id/read',
    {
      access: 'own',
      params: idParams,
      load: async ({ params, db }) => {
        const copy = await db.repository(CopyRow).findOne({ where: { id: params.id } });
        return copy && { copy, ownerId: copy.ownerId };
      },
    },
    async ({ db, resource, redirect }) => {
      const { id, state, folderId } = resource.copy;
      if (state !== 'running') await db.repository(CopyRow).delete({ id });
      const folder = await findFolder(folderId, { db });
      const place = folder && placeOf(folder);
      return redirect(place ? folderPath(place) : '/');
    },
  );
}
