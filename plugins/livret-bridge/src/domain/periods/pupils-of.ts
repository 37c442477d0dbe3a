// SPDX-License-Identifier: EUPL-1.2
import type { Group, Member, SchoolDirectory } from '@volee/core-adapter';
import { inscriptionClass, isUlis } from './inscription-class.js';

/** A pupil, and the class of their bilan. */
export interface InscribedPupil extends Member {
  readonly classId: string;
}

type Directory = Pick<SchoolDirectory, 'members' | 'classesOf'>;

/** The pupils of classes, each once: a pupil of a ULIS is in the class of their inscription, whichever class names them. */
export async function pupilsOf(directory: Directory, classes: readonly Group[]): Promise<InscribedPupil[]> {
  const named = await Promise.all(
    [...classes].sort((a, b) => Number(isUlis(a)) - Number(isUlis(b))).map((group) => membersOf(directory, group)),
  );
  const pupils = new Map<string, InscribedPupil>();
  for (const pupil of named.flat()) if (!pupils.has(pupil.id)) pupils.set(pupil.id, pupil);
  return [...pupils.values()];
}

async function membersOf(directory: Directory, group: Group): Promise<InscribedPupil[]> {
  const members = await directory.members(group.id, 'pupil');
  if (!isUlis(group) || members.length === 0) return members.map((one) => ({ ...one, classId: group.id }));
  const classes = await directory.classesOf(members.map(({ id }) => id));
  return members.map((one) => ({ ...one, classId: inscriptionClass(classes.get(one.id) ?? [])?.id ?? group.id }));
}
