// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolDirectory } from '@volee/core-adapter';
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
  directory: Pick<SchoolDirectory, 'members' | 'relations'>,
): Promise<ReaderCounts> {
  if (groupId === null) return countSchool(directory);
  const pupils = await directory.members(groupId, 'pupil');
  const guardians = await directory.members(groupId, 'guardian');
  return { pupils: pupils.length, guardians: guardians.length };
}

async function countSchool(directory: Pick<SchoolDirectory, 'relations'>): Promise<ReaderCounts> {
  const { profiles } = await directory.relations();
  const withProfile = (wanted: Profile): number =>
    [...profiles.values()].filter((profilesOf) => profilesOf.includes(wanted)).length;
  return { pupils: withProfile('pupil'), guardians: withProfile('guardian') };
}
