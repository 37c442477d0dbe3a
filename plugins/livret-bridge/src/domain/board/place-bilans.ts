// SPDX-License-Identifier: EUPL-1.2
import type { Relations } from '@volee/core-adapter';
import { inscriptionClass } from '../periods/inscription-class.js';
import type { BilanRow } from '../../store/bilan.entity.js';

/** The classes of the pupils of a school now, by the id of the pupil: the class of inscription, and all others. */
export interface PupilClasses {
  readonly inscribed: string;
  readonly all: readonly string[];
}

export function classesOfPupils({ profiles, memberOf, groups }: Relations): ReadonlyMap<string, PupilClasses> {
  const placed = new Map<string, PupilClasses>();
  for (const [personId, ids] of memberOf) {
    if (!profiles.get(personId)?.includes('pupil')) continue;
    const classes = [...ids].flatMap((id) => groups.get(id) ?? []).filter(({ kind }) => kind === 'class');
    const inscribed = inscriptionClass(classes);
    if (inscribed) placed.set(personId, { inscribed: inscribed.id, all: classes.map(({ id }) => id) });
  }
  return placed;
}

/**
 * The class under which a head finds a bilan: the one in which it was written, or the pupil's new one when they changed. Of a
 * pupil that has left the school, what was signed stays with its class, and what was not is nowhere: nobody can write it.
 */
export function classOfBilan(
  { pupilId, classId, state }: Pick<BilanRow, 'pupilId' | 'classId' | 'state'>,
  pupils: ReadonlyMap<string, PupilClasses>,
): string | undefined {
  const now = pupils.get(pupilId);
  if (!now) return state === 'draft' || state === 'ready' ? undefined : classId;
  return now.all.includes(classId) ? classId : now.inscribed;
}
