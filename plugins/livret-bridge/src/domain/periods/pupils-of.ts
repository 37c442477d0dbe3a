// SPDX-License-Identifier: EUPL-1.2
import type { Group, Member, SchoolDirectory } from '@volee/core-adapter';
import { byInscription, inscriptionClass, isUlis, taughtAmong } from './inscription-class.js';

/** A pupil, and the class of their bilan. */
export interface InscribedPupil extends Member {
  readonly classId: string;
}

type Directory = Pick<SchoolDirectory, 'members' | 'classesOf' | 'countByGroup'>;

/** The pupils of classes, each once, in the class of their inscription where several name them. */
export async function pupilsOf(directory: Directory, classes: readonly Group[]): Promise<InscribedPupil[]> {
  const inOrder = byInscription(classes, await taughtAmong([classes], directory));
  const named = await Promise.all(inOrder.map((group) => membersOf(directory, group)));
  const pupils = new Map<string, InscribedPupil>();
  for (const pupil of named.flat()) if (!pupils.has(pupil.id)) pupils.set(pupil.id, pupil);
  return [...pupils.values()];
}

async function membersOf(directory: Directory, group: Group): Promise<InscribedPupil[]> {
  const members = await directory.members(group.id, 'pupil');
  if (!isUlis(group) || members.length === 0) return members.map((one) => ({ ...one, classId: group.id }));
  const classes = await directory.classesOf(members.map(({ id }) => id));
  const taught = await taughtAmong(classes.values(), directory);
  const inscribed = ({ id }: Member): string => inscriptionClass(classes.get(id) ?? [], taught)?.id ?? group.id;
  return members.map((one) => ({ ...one, classId: inscribed(one) }));
}
