// SPDX-License-Identifier: EUPL-1.2
import type { GroupRecord, KinshipRecord, MembershipRecord, PersonRecord } from '../api/directory/directory-source.js';
import type { GroupKind, Profile } from '../api/people.js';

// Short functions for directory records: for `startTestHost({ records })`, or for a test's own source.

/** A person with this login; their key is the login in lower case. @stable */
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

/** @stable */
export function group(uai: string, key: string, name: string, kind: GroupKind = 'class'): GroupRecord {
  return { type: 'group', uai, key, kind, name };
}

/** A membership: pupils are members of the group, teachers belong to its team. @stable */
export function member(
  uai: string,
  groupKey: string,
  login: string,
  role: MembershipRecord['role'] = 'member',
): MembershipRecord {
  return { type: 'membership', uai, group: groupKey, person: login.toLowerCase(), role };
}

/** @stable */
export function kin(guardian: string, child: string): KinshipRecord {
  return { type: 'kinship', guardian: guardian.toLowerCase(), child: child.toLowerCase() };
}
