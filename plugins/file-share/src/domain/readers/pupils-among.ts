// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';

/**
 * The people who are pupils of the school, among these, in whatever class: a sync may leave a pupil out of a class for a day. People
 * without a profile in the school now are pupils when they were before.
 */
export async function pupilsAmong(
  ids: readonly string[],
  directory: Pick<SchoolDirectory, 'relations' | 'everPupils'>,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { profiles } = await directory.relations(ids);
  const left = ids.filter((id) => !profiles.has(id));
  const former = left.length === 0 ? new Set<string>() : await directory.everPupils(left);
  return ids.filter((id) => profiles.get(id)?.includes('pupil') ?? former.has(id));
}
