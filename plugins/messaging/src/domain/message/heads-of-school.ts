// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';

export async function headsOfSchool(directory: Pick<SchoolDirectory, 'relations'>): Promise<string[]> {
  const { profiles } = await directory.relations();
  return [...profiles].flatMap(([personId, of]) => (of.includes('head') ? [personId] : []));
}
