// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { MessagingTexts } from '../../../brick-types.js';
import { calledNames } from '../../../domain/child/called-names.js';
import type { Relations } from '../../../domain/rules/relations.js';

/** A person that the pupil may write to. */
export interface Face {
  readonly id: string;
  readonly name: string;
  /** The role of an adult at school. */
  readonly detail: string | undefined;
  readonly face: AvatarPerson;
  readonly isChosen: boolean;
}

interface FaceReader {
  readonly t: MessagingTexts;
  readonly relations: Relations;
  readonly chosen: ReadonlySet<string>;
}

/** The pupils and the adults among these people. */
export function facesOf(
  persons: readonly Member[],
  { t, relations, chosen }: FaceReader,
): { readonly classmates: readonly Face[]; readonly adults: readonly Face[] } {
  const isPupil = ({ id }: Member): boolean => relations.profiles.get(id)?.includes('pupil') === true;
  const pupils = persons.filter(isPupil);
  const face = (person: Member, name: string, detail: string | undefined): Face => ({
    id: person.id,
    name,
    detail,
    face: { id: person.id, displayName: person.displayName },
    isChosen: chosen.has(person.id),
  });
  const called = calledNames(new Map(pupils.map((one) => [one.id, one])), relations);
  const classmates = pupils.map((one) => face(one, called.get(one.id)?.displayName ?? one.displayName, undefined));
  const adults = persons
    .filter((one) => !isPupil(one))
    .map((one) => face(one, one.displayName, adultDetail(one, relations, t)));
  return { classmates: classmates.sort(byName), adults: adults.sort(byRank(relations)) };
}

/** The relation of an adult to the pupil, in words that are the same for women and men. */
function adultDetail({ id }: Member, { profiles, teaches, groups }: Relations, t: MessagingTexts): string | undefined {
  const of = profiles.get(id) ?? [];
  if (of.includes('head')) return t('child.isHead');
  if (of.includes('guardian') && !of.includes('teacher')) return t('child.isFamily');
  const names = [...(teaches.get(id) ?? [])].flatMap((groupId) => groups.get(groupId)?.name ?? []).sort();
  return names.length > 0 && names.length <= 2 ? names.join(', ') : undefined;
}

function byName(one: Face, other: Face): number {
  return one.name.localeCompare(other.name, 'fr');
}

/** Sorts adults: teachers first, then the head, then the family. */
function byRank({ profiles }: Relations): (one: Face, other: Face) => number {
  const rank = ({ id }: Face): number => {
    const of = profiles.get(id) ?? [];
    return of.includes('head') ? 1 : of.includes('teacher') ? 0 : of.includes('guardian') ? 3 : 2;
  };
  return (one, other) => rank(one) - rank(other) || byName(one, other);
}
