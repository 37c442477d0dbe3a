// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';

/** The ids of the heads of the school. */
export async function headsOfSchool(directory: Pick<SchoolDirectory, 'relations'>): Promise<string[]> {
  const { profiles } = await directory.relations();
  return [...profiles].flatMap(([personId, of]) => (of.includes('head') ? [personId] : []));
}
