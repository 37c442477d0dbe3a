// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';

export function headsOfSchool(directory: Pick<SchoolDirectory, 'people'>): Promise<readonly string[]> {
  return directory.people({ profiles: ['head'] });
}
