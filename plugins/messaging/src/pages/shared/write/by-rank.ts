// SPDX-License-Identifier: EUPL-1.2
import type { Member, Profile } from '@volee/core-adapter';
import type { Relations } from '../../../domain/rules/relations.js';

const ORDER: readonly Profile[] = ['head', 'teacher', 'staff', 'guardian', 'pupil'];
/** A head who teaches is a head here. */
const RANKS: Readonly<Record<Profile, number>> = { teacher: 0, head: 1, staff: 2, guardian: 3, pupil: 4 };

/** Sorts people: teachers first, then the head, the staff, and the user's own family; the order within a rank stays. */
export function byRank(persons: readonly Member[], { profiles }: Pick<Relations, 'profiles'>): Member[] {
  const rank = ({ id }: Member): number => {
    const of = profiles.get(id) ?? [];
    const foremost = ORDER.find((profile) => of.includes(profile));
    return foremost === undefined ? ORDER.length : RANKS[foremost];
  };
  return persons.toSorted((one, other) => rank(one) - rank(other));
}
