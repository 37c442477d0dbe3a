// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { Relations } from '../rules/relations.js';

/** The names by which a pupil knows people: first names of pupils, both names where two pupils share the first, both names of adults. */
export function calledNames(
  persons: ReadonlyMap<string, Member>,
  { profiles }: Pick<Relations, 'profiles'>,
): ReadonlyMap<string, Member> {
  const isPupil = ({ id }: Member): boolean => profiles.get(id)?.includes('pupil') === true;
  const pupils = [...persons.values()].filter(isPupil);
  const isUnique = (one: Member): boolean =>
    !pupils.some((other) => other !== one && other.givenName === one.givenName);
  const called = pupils.filter(isUnique).map((one) => [one.id, { ...one, displayName: one.givenName }] as const);
  return new Map([...persons, ...called]);
}
