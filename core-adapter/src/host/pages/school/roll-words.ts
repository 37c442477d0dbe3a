// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';
import type { Recipient } from '../../domain/directory/audience.js';
import type { SchoolFacts } from './school-facts.js';

/** Up to this number, adults of a profile are named instead of counted. */
const MOST_NAMES = 2;

/** The order in which a person with several profiles is counted: once, by the first. */
const FIRST: readonly Profile[] = ['head', 'staff', 'teacher', 'pupil', 'guardian'];

/** « 24 élèves, 27 parents, Claire Vuillemin et vous »: each person once, the reader last. */
export function rollWords(people: readonly Recipient[], facts: SchoolFacts): string {
  const { t, format, viewerId } = facts;
  const others = new Map<string, Recipient>();
  const inOrder = [...people].sort((one, other) => FIRST.indexOf(one.profile) - FIRST.indexOf(other.profile));
  for (const person of inOrder) if (person.id !== viewerId && !others.has(person.id)) others.set(person.id, person);
  const parts = PROFILES.flatMap((profile) => {
    const names = [...others.values()].filter((one) => one.profile === profile).map(({ displayName }) => displayName);
    return partWords(profile, names.length, names, facts);
  });
  const isReader = people.some(({ id }) => id === viewerId);
  return format.list(isReader ? [...parts, t('schoolBricks.you')] : parts);
}

/** « 24 élèves », or the names of few adults; nothing for nobody. `names` may be fewer than `count`: then people are counted. */
export function partWords(
  profile: Profile,
  count: number,
  names: readonly string[],
  { t, number }: Pick<SchoolFacts, 't' | 'number'>,
): readonly string[] {
  if (count === 0) return [];
  const isNamed = profile !== 'pupil' && profile !== 'guardian' && count <= MOST_NAMES && names.length === count;
  return isNamed ? names : [`${number(count)} ${t(`audience.${profile}`, { count })}`];
}
