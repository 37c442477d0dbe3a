// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { Relations } from '../rules/relations.js';

/** The adults that a pupil may go to, and the teachers who read first what pupils of a class write to each other. */
export interface Adults {
  /** The teachers of the pupil's classes, by family name. */
  readonly teachers: readonly Member[];
  readonly heads: readonly Member[];
  /** Class → its teachers. */
  readonly ofClass: ReadonlyMap<string, readonly Member[]>;
}

/** @param relations of the people around the pupil and of the heads */
export async function adultsOf(
  pupilId: string,
  relations: Relations,
  { directory }: Pick<MessagingRequest, 'directory'>,
): Promise<Adults> {
  const classes = [...(relations.memberOf.get(pupilId) ?? [])].filter(
    (groupId) => relations.groups.get(groupId)?.kind === 'class',
  );
  const teacherIds = (groupId: string): string[] =>
    [...relations.teaches].flatMap(([personId, groups]) => (groups.has(groupId) ? [personId] : []));
  const headIds = [...relations.profiles].flatMap(([personId, of]) => (of.includes('head') ? [personId] : []));
  const persons = await directory.persons([...headIds, ...classes.flatMap(teacherIds)]);
  const named = (ids: readonly string[]): Member[] =>
    [...new Set(ids)].flatMap((id) => persons.get(id) ?? []).sort(byFamilyName);
  return {
    teachers: named(classes.flatMap(teacherIds)),
    heads: named(headIds),
    ofClass: new Map(classes.map((groupId) => [groupId, named(teacherIds(groupId))])),
  };
}

function byFamilyName(one: Member, other: Member): number {
  return one.familyName.localeCompare(other.familyName, 'fr');
}
