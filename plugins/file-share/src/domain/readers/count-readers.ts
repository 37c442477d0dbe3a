// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';
import type { NodeRow } from '../../store/node.entity.js';

/** The people of a class, or of the school. */
export interface ReaderCounts {
  readonly pupils: number;
  readonly guardians: number;
}

/**
 * Counts the people that a choice of readers is about. Only users who may change it get the counts, since others may not know the members
 * of a class.
 */
export async function countReaders(
  { groupId }: Pick<NodeRow, 'groupId'>,
  directory: Pick<SchoolDirectory, 'members' | 'countPeople'>,
): Promise<ReaderCounts> {
  if (groupId === null) return countSchool(directory);
  const pupils = await directory.members(groupId, 'pupil');
  const guardians = await directory.members(groupId, 'guardian');
  return { pupils: pupils.length, guardians: guardians.length };
}

async function countSchool(directory: Pick<SchoolDirectory, 'countPeople'>): Promise<ReaderCounts> {
  const counts = await directory.countPeople();
  return { pupils: counts.get('pupil') ?? 0, guardians: counts.get('guardian') ?? 0 };
}
