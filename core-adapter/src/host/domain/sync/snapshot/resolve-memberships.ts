// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRecord, MembershipRole } from '../../../../api/directory/directory-source.js';
import { normaliseKey } from '../../directory/normalise-key.js';
import type { CollectedGroups } from './collected-groups.js';
import type { CollectedPersons } from './collected-persons.js';
import type { IgnoredReason, IgnoredRecords } from './ignored-records.js';
import { normaliseUai } from './normalise-record.js';
import { IntegerPairs } from './integer-pairs.js';

export interface ResolvedMemberships {
  /** Person, and group with role (`placeInGroup`). */
  readonly pairs: IntegerPairs;
  /** Schools where a group makes a person a teacher, by person. */
  readonly teaching: ReadonlyMap<number, ReadonlySet<string>>;
  /** Groups (`placeInGroup`) that name people without a known place there, by normalised key. */
  readonly unplaced: ReadonlyMap<string, readonly number[]>;
}

interface Collected {
  readonly persons: CollectedPersons;
  readonly groups: CollectedGroups;
  /** The schools of a guardian's children. */
  readonly guardedSchools: (person: number) => ReadonlySet<string>;
}

export function placeInGroup(group: number, role: MembershipRole): number {
  return 2 * group + (role === 'teacher' ? 1 : 0);
}

export function readPlaceInGroup(place: number): { group: number; role: MembershipRole } {
  return { group: place >> 1, role: place % 2 === 1 ? 'teacher' : 'member' };
}

/**
 * Resolves memberships to numbers. A teacher is attached to every school with a group that names them, in either role. Other people must
 * be in the group's school already: by an entry, a child, or a team there. Teams are resolved first, so that the order of records does not
 * matter.
 * @param keepUnplaced whether to collect `unplaced`
 */
export async function resolveMemberships(
  blocks: AsyncIterable<readonly MembershipRecord[]>,
  { persons, groups, guardedSchools }: Collected,
  ignored: IgnoredRecords,
  keepUnplaced = false,
): Promise<ResolvedMemberships> {
  const pairs = new IntegerPairs();
  const teaching = new Map<number, Set<string>>();
  const unplaced = new Map<string, number[]>();
  const doubtful: { record: MembershipRecord; person: number; group: number; uai: string }[] = [];
  const leaveOut = ({ person, role, group, uai }: MembershipRecord, reason: IgnoredReason): void =>
    ignored.add(reason, () => `"${person}" as ${role} of "${group}" in ${uai} is left out.`);
  const leaveUnplaced = (record: MembershipRecord, group: number, reason: IgnoredReason): void => {
    leaveOut(record, reason);
    if (!keepUnplaced || reason === 'left-out-person') return;
    const key = normaliseKey(record.person);
    unplaced.set(key, [...(unplaced.get(key) ?? []), placeInGroup(group, record.role)]);
  };

  const tie = (record: MembershipRecord): void => {
    const { role } = record;
    const uai = normaliseUai(record.uai);
    const group = groups.find(uai, record.group);
    const person = persons.find(record.person, uai);
    if (group === undefined) return leaveOut(record, 'unknown-group');
    if (typeof person === 'string') return leaveUnplaced(record, group, person);
    if (role === 'teacher' || persons.schoolsAs(person, 'teacher').length > 0) {
      if (!mayTeach(persons, person)) return leaveUnplaced(record, group, 'not-a-teacher');
      teaching.set(person, (teaching.get(person) ?? new Set<string>()).add(uai));
      return pairs.add(person, placeInGroup(group, role));
    }
    if (persons.schoolsAs(person, 'pupil', 'staff', 'head').includes(uai) || guardedSchools(person).has(uai)) {
      return pairs.add(person, placeInGroup(group, role));
    }
    doubtful.push({ record, person, group, uai });
  };
  for await (const records of blocks) records.forEach(tie);
  for (const { record, person, group, uai } of doubtful) {
    if (teaching.get(person)?.has(uai)) pairs.add(person, placeInGroup(group, record.role));
    else leaveUnplaced(record, group, 'not-in-school');
  }
  return { pairs, teaching, unplaced };
}

/** Whether a person works in a school: a wrong group must not make a teacher of a pupil or a guardian. */
function mayTeach(persons: CollectedPersons, person: number): boolean {
  return persons.schoolsAs(person, 'teacher', 'staff', 'head').length > 0;
}
