// SPDX-License-Identifier: EUPL-1.2
import type { GroupRecord, KinshipRecord, MembershipRecord, PersonRecord } from '../api/directory-source.js';
import type { GroupKind, Profile } from '../api/people.js';

// Short ways to write what a directory holds: for `startTestHost({ records })`, or for a source of a test's own.

/** Somebody whose login, which is also his key, is `login` in lower case. */
export function person(
  login: string,
  profile: Profile,
  uai: string,
  givenName: string,
  familyName: string,
): PersonRecord {
  const key = login.toLowerCase();
  const displayName = `${givenName} ${familyName}`;
  return { type: 'person', key, login: key, givenName, familyName, displayName, profile, uai };
}

export function group(uai: string, key: string, name: string, kind: GroupKind = 'class'): GroupRecord {
  return { type: 'group', uai, key, kind, name };
}

/** Puts somebody in a group: a pupil as its member, a teacher in its team. */
export function member(
  uai: string,
  groupKey: string,
  login: string,
  role: MembershipRecord['role'] = 'member',
): MembershipRecord {
  return { type: 'membership', uai, group: groupKey, person: login.toLowerCase(), role };
}

export function kin(guardian: string, child: string): KinshipRecord {
  return { type: 'kinship', guardian: guardian.toLowerCase(), child: child.toLowerCase() };
}
