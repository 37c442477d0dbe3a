// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';

/** The teachers of the pupil's classes and the heads of the school, by family name: the adults of the school that may read a bilan. */
export async function adultsOf(
  pupilId: string,
  { directory }: Pick<LivretRequest, 'directory'>,
): Promise<readonly Member[]> {
  const { memberOf, groups, teaches, profiles } = await directory.relations();
  const classes = [...(memberOf.get(pupilId) ?? [])].filter((groupId) => groups.get(groupId)?.kind === 'class');
  const teachers = [...teaches].flatMap(([id, taught]) => (classes.some((one) => taught.has(one)) ? [id] : []));
  const heads = [...profiles].flatMap(([id, of]) => (of.includes('head') ? [id] : []));
  const persons = await directory.persons([...new Set([...teachers, ...heads])]);
  return [...persons.values()].sort((a, b) => a.familyName.localeCompare(b.familyName, 'fr'));
}
