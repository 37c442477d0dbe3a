// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';
import type { Relations } from '../rules/relations.js';

/** The relations among the people around a pupil and the heads of the school: classmates, teachers, families, and the adults to go to. */
export async function readAround(
  pupilId: string,
  directory: Pick<SchoolDirectory, 'people' | 'relations'>,
): Promise<Relations> {
  const near = await directory.people({ around: pupilId });
  const heads = await directory.people({ profiles: ['head'] });
  return directory.relations([pupilId, ...near, ...heads]);
}
