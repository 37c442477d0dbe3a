// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';

/** The teachers of the pupil's classes and the heads of the school, by family name: the adults of the school that may read a bilan. */
export async function adultsOf(
  pupilId: string,
  { directory }: Pick<LivretRequest, 'directory'>,
): Promise<readonly Member[]> {
  const classes = [...(await directory.classesOf([pupilId])).values()].flat().map(({ id }) => id);
  const teachers = await directory.people({ profiles: ['teacher'], groups: classes });
  const heads = await directory.people({ profiles: ['head'] });
  const persons = await directory.persons([...new Set([...teachers, ...heads])]);
  return [...persons.values()].sort((a, b) => a.familyName.localeCompare(b.familyName, 'fr'));
}
