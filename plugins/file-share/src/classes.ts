// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Group } from '@volee/core-adapter';
import type { FileShareRequest } from './brick-types.js';

type Access = Pick<FileShareRequest['access'], 'groups'>;

/** The classes with a space that the user may read, by name. Other groups have no space yet. */
export async function readableClasses(access: Access): Promise<Group[]> {
  return (await access.groups('read')).filter(({ kind }) => kind === 'class');
}

/** The class to open first: one that the user may write to, or else the first readable one. */
export async function classToOpen(access: Access): Promise<Group | undefined> {
  const readable = await readableClasses(access);
  const writable = await access.groups('write');
  return readable.find(({ id }) => writable.some((group) => group.id === id)) ?? readable[0];
}

/** @throws NotFoundError when the group is not a class, or the user may not read it */
export async function readableClass(access: Access, groupId: string): Promise<Group> {
  const found = (await readableClasses(access)).find(({ id }) => id === groupId);
  if (!found) throw new NotFoundError('Only a class has a space.', { details: { groupId } });
  return found;
}
