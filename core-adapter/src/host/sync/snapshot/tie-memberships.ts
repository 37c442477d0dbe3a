// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRecord, MembershipRole } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import type { CollectedGroups } from './collected-groups.js';
import type { CollectedPerson, CollectedPersons } from './collected-persons.js';
import { attachmentKey, groupKey, readAttachmentKey, schoolsOf } from '../image/directory-image.js';
import type { IgnoredReason, IgnoredRecords } from './ignored-records.js';
import { normaliseUai } from './normalise-record.js';

interface Collected {
  readonly persons: CollectedPersons;
  readonly groups: CollectedGroups;
}

/**
 * Members of groups by key. A teacher is attached as one to every school in which a group names him, as teacher or as member.
 * Anybody else must be attached to the school of the group already; guardians are, so kinships come first.
 */
export function tieMemberships(
  records: Iterable<MembershipRecord>,
  { persons, groups }: Collected,
  ignored: IgnoredRecords,
): Map<string, Map<string, MembershipRole>> {
  const memberships = new Map<string, Map<string, MembershipRole>>();
  for (const record of records) {
    const uai = normaliseUai(record.uai);
    const group = groups.find(uai, record.group);
    const person = persons.find(record.person, uai);
    const reason = group ? whyNot(person, uai, record.role) : 'unknown-group';
    if (!group || typeof person === 'string' || reason) {
      const why = reason ?? 'unknown-person';
      ignored.add(why, () => `"${record.person}" as ${record.role} of "${record.group}" in ${uai} is left out.`);
      continue;
    }
    if (record.role === 'teacher' || is(person, 'teacher')) person.attachments.add(attachmentKey(uai, 'teacher'));
    const key = groupKey(uai, group.key);
    const members = memberships.get(key) ?? new Map<string, MembershipRole>();
    memberships.set(key, members);
    // Named in both ways, he is of the team.
    if (members.get(person.key) !== 'teacher') members.set(person.key, record.role);
  }
  return memberships;
}

/** Only who works in a school may be named teacher: a wrong group must not make one of a pupil or of a guardian. */
function whyNot(
  person: ReturnType<CollectedPersons['find']>,
  uai: string,
  role: MembershipRole,
): IgnoredReason | undefined {
  if (typeof person === 'string') return person;
  if (role === 'teacher') return is(person, 'teacher', 'staff', 'head') ? undefined : 'not-a-teacher';
  if (is(person, 'teacher') || schoolsOf(person.attachments).includes(uai)) return undefined;
  return 'not-in-school';
}

function is({ entries }: CollectedPerson, ...profiles: Profile[]): boolean {
  return [...entries].some((entry) => profiles.includes(readAttachmentKey(entry).profile));
}
