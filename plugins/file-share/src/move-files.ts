// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { FileRow } from './file.entity.js';
import { freeName } from './free-name.js';
import { placeOf } from './place-of.js';

/**
 * Puts the files of one person into the space of another, and names the other as the sender of files. A file gets a number when
 * its name is taken there. Upload marks are hashes with the id of the sender, and no later attempt would find them.
 */
export async function moveFiles({ db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const files = db.repository(FileRow);
  const order = { addedAt: 'ASC', id: 'ASC' } as const;
  const moving = await files.find({ select: ['id', 'name'], where: { ownerId: from }, order });
  const there = moving.length === 0 ? [] : await files.find({ select: ['name'], where: { ownerId: to } });
  const taken = there.map(({ name }) => name);
  for (const { id, name: wanted } of moving) {
    const name = freeName(wanted, taken);
    taken.push(name);
    await files.update({ id }, { ownerId: to, name, place: placeOf({ groupId: null, ownerId: to }, name) });
  }
  await files.update({ addedBy: from }, { addedBy: to, uploadMark: null });
}
