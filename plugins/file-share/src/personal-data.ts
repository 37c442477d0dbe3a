// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '@volee/core-adapter';
import { In, type FindOptionsWhere } from 'typeorm';
import type { FileShareBrick } from './brick-types.js';
import { FileRow } from './file.entity.js';
import { moveFiles } from './move-files.js';

/** Number of files removed at a time. */
const BATCH = 200;

/**
 * An export holds every file that the person added. An erasure removes the person's own files; those of a class belong to the class and
 * stay, without the name of the sender. When two persons become one, the space of one is put into that of the other.
 */
export function registerPersonalData({ personalData }: Pick<FileShareBrick, 'personalData'>): void {
  personalData({
    async exportPerson({ db, personId }) {
      const rows = await db
        .repository(FileRow)
        .find({ where: [{ ownerId: personId }, { addedBy: personId }], order: { addedAt: 'ASC', id: 'ASC' } });
      const files = rows.map(({ name, storageKey }) => ({ name, key: storageKey }));
      const records = rows.map(({ name, bytes, sha256, groupId, addedAt }) => {
        const space = groupId === null ? 'own' : 'class';
        return { name, bytes, sha256, space, addedAt };
      });
      return { records: { files: records }, files };
    },
    async erasePerson({ personId, ...school }) {
      await removeFiles(school, { ownerId: personId });
      await school.db.repository(FileRow).update({ addedBy: personId }, { addedBy: null, uploadMark: null });
    },
    movePerson: moveFiles,
    closeSchool: (school) => removeFiles(school, {}),
  });
}

/** Content is removed before the rows: after an interruption, the rows still tell which content remains. */
async function removeFiles({ db, storage }: SchoolData, where: FindOptionsWhere<FileRow>): Promise<void> {
  const files = db.repository(FileRow);
  for (;;) {
    const batch = await files.find({ where, take: BATCH });
    if (batch.length === 0) return;
    for (const { storageKey } of batch) await storage.remove(storageKey);
    await files.delete({ id: In(batch.map(({ id }) => id)) });
  }
}
