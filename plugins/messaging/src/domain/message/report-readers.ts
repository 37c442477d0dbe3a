// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';
import type { Relations } from '../rules/relations.js';
import { headsOfSchool } from './heads-of-school.js';

/** The heads who read a report about a message: all heads, the heads other than its author, or nobody when the author is the only head. */
export type ReportReaders = 'heads' | 'otherHeads' | 'nobody';

/**
 * The readers of reports about messages of the heads among these authors; the others have no entry.
 * @param relations of the authors; the heads are read only where one of them is a head
 */
export async function readersOfReports(
  authorIds: readonly string[],
  relations: Pick<Relations, 'profiles'>,
  directory: Pick<SchoolDirectory, 'people'>,
): Promise<ReadonlyMap<string, ReportReaders>> {
  const heads = authorIds.filter((id) => relations.profiles.get(id)?.includes('head'));
  if (heads.length === 0) return new Map();
  const readers = (await headsOfSchool(directory)).length > 1 ? 'otherHeads' : 'nobody';
  return new Map(heads.map((id) => [id, readers]));
}
