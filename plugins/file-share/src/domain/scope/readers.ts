// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { READERS, type Readers } from '../../store/readers.js';

/** The profiles by which a person sees what has these readers, in a group. The head sees all of a class, and staff what is for teachers in the school. */
export const PROFILES_OF: Readonly<Record<Readers, readonly Profile[]>> = {
  families: ['pupil', 'guardian', 'teacher', 'head', 'staff'],
  pupils: ['pupil', 'teacher', 'head', 'staff'],
  teachers: ['teacher', 'head', 'staff'],
};

/** The narrower of two readers: a node is never seen by more people than its folder. */
export function narrower(one: Readers, other: Readers): Readers {
  return READERS.indexOf(one) > READERS.indexOf(other) ? one : other;
}

/**
 * The widest readers that a node has had in its space.
 * @param node `shownTo` are those that it had before it was closed with a folder
 */
export function mostReaders({
  readers,
  shownTo,
}: {
  readonly readers: Readers;
  readonly shownTo: Readers | null;
}): Readers {
  return shownTo === null || narrower(readers, shownTo) === shownTo ? readers : shownTo;
}

/** The readers that a person with one of these profiles is among. */
export function readersSeenBy(profiles: readonly Profile[]): Readers[] {
  return READERS.filter((readers) => profiles.some((profile) => PROFILES_OF[readers].includes(profile)));
}
