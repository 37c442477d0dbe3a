// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type Member } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';

/** The teachers of each of the user's classes and groups, by family name, by id of the group. */
export const teachersAround = oncePerRequest(
  async ({ user, directory }: Pick<FileShareRequest, 'db' | 'user' | 'directory'>): Promise<Map<string, Member[]>> => {
    const ids = await directory.people({ profiles: ['teacher'], around: user.id });
    const { teaches } = await directory.relations(ids);
    const persons = await directory.persons(ids);
    const taught = new Map<string, Member[]>();
    for (const id of ids) {
      const person = persons.get(id);
      for (const groupId of teaches.get(id) ?? []) {
        if (person) taught.set(groupId, [...(taught.get(groupId) ?? []), person]);
      }
    }
    return taught;
  },
);
