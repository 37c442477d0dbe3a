// SPDX-License-Identifier: EUPL-1.2
import type { PersonExport, PersonInSchool, SchoolData } from '@volee/core-adapter';
import { In, Not, IsNull } from 'typeorm';
import type { FileShareBrick } from '../brick-types.js';
import { ContentRow } from '../store/content.entity.js';
import { NodeRow } from '../store/node.entity.js';
import { TABLES } from '../store/tables.js';
import { moveDrive } from './move-drive.js';

/**
 * An export holds every file that the person added. An erasure removes the person's own files; those of a class belong to the class and
 * stay, without the name of the sender. When two persons become one, the space of one is put into that of the other.
 */
export function registerPersonalData({ personalData }: Pick<FileShareBrick, 'personalData'>): void {
  personalData({ exportPerson, erasePerson, movePerson: moveDrive, closeSchool });
}

async function exportPerson({ db, personId }: PersonInSchool): Promise<PersonExport> {
  const rows = await db.repository(NodeRow).find({
    where: [
      { ownerId: personId, contentId: Not(IsNull()) },
      { addedBy: personId, contentId: Not(IsNull()) },
    ],
    order: { changedAt: 'ASC', id: 'ASC' },
  });
  const contents = await db
    .repository(ContentRow)
    .find({ where: { id: In(rows.flatMap(({ contentId }) => contentId ?? [])) } });
  const byId = new Map(contents.map((content) => [content.id, content]));
  const files = rows.flatMap(({ name, contentId }) => {
    const key = byId.get(contentId ?? '')?.storageKey;
    return key === undefined ? [] : [{ name, key }];
  });
  const records = rows.map(({ name, bytes, spaceKind, changedAt }) => ({ name, bytes, space: spaceKind, changedAt }));
  return { records: { files: records }, files };
}

async function erasePerson({ db, personId }: PersonInSchool): Promise<void> {
  const nodes = db.repository(NodeRow);
  await nodes.delete({ ownerId: personId });
  await nodes.update({ addedBy: personId }, { addedBy: null, uploadMark: null });
}

/** Content is removed before the rows: after an interruption, the rows still tell which content remains. */
async function closeSchool({ db, storage }: SchoolData): Promise<void> {
  for (const { storageKey } of await db.repository(ContentRow).find()) await storage.remove(storageKey);
  for (const table of TABLES) await db.repository<{ id: string }>(table).delete({});
}
