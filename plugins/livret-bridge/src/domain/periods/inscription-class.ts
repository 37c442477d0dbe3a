// SPDX-License-Identifier: EUPL-1.2
import type { Group, SchoolDirectory } from '@volee/core-adapter';

/** Whether a class is a ULIS: its pupils are inscribed in another class, too. The name tells this, since no source says more. */
export function isUlis({ name }: Pick<Group, 'name'>): boolean {
  return /\bulis\b/i.test(name);
}

/**
 * The class in which a pupil of several classes is inscribed: the first one by name that is not a ULIS. A class without a teacher
 * comes after the classes with one: a file may name it beside the class of the directory, until an administrator says whether they are one (ADR 132).
 * @param taught the result of `taughtAmong`
 */
export function inscriptionClass(classes: readonly Group[], taught: ReadonlySet<string>): Group | undefined {
  return byInscription(
    classes.filter(({ kind }) => kind === 'class').sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    taught,
  )[0];
}

/** Sorts classes: first classes with a teacher, then classes without one, then ULIS. */
export function byInscription(classes: readonly Group[], taught: ReadonlySet<string>): Group[] {
  const rank = (one: Group): number => Number(isUlis(one)) * 2 + Number(!taught.has(one.id));
  return [...classes].sort((one, other) => rank(one) - rank(other));
}

/**
 * The ids of the classes that somebody teaches, among the classes of pupils. The teachers are read only where a pupil is in two classes besides
 * a ULIS, as in a school of which two sources name the classes.
 */
export async function taughtAmong(
  classesOfPupils: Iterable<readonly Group[]>,
  directory: Pick<SchoolDirectory, 'countByGroup'>,
): Promise<ReadonlySet<string>> {
  const several = [...classesOfPupils].filter((classes) => classes.filter((one) => !isUlis(one)).length > 1);
  if (several.length === 0) return new Set();
  const counts = await directory.countByGroup([...new Set(several.flat().map(({ id }) => id))]);
  return new Set(counts.filter(({ teachers }) => teachers > 0).map(({ group }) => group.id));
}
