// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { KINDS } from '../space/spaces-of.js';

interface Tools {
  readonly access: Pick<FileShareRequest['access'], 'groups'>;
  readonly directory: Pick<FileShareRequest['directory'], 'members'>;
}

/**
 * The classes and other groups in which the user follows works, or hands them out, by name. A working group without a pupil, such as
 * the council of the teachers, has no works.
 */
export async function classesWithWorks(permission: 'follow' | 'handOut', tools: Tools): Promise<Group[]> {
  const groups = (await tools.access.groups(permission)).filter(({ kind }) => KINDS.includes(kind));
  const pupils = await Promise.all(groups.map((group) => mayHavePupils(group, tools)));
  return groups.filter((_, index) => pupils[index]);
}

/** Whether a class or group has pupils, or may get some. Only working groups are asked: each costs a statement. */
export async function mayHavePupils(
  { id, kind }: Pick<Group, 'id' | 'kind'>,
  { directory }: Pick<Tools, 'directory'>,
): Promise<boolean> {
  return kind !== 'work' || (await directory.members(id, 'pupil')).length > 0;
}
