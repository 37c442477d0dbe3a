// SPDX-License-Identifier: EUPL-1.2
import type { GroupKind, GroupRecord, MembershipRecord, MembershipRole } from '@volee/core-adapter';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { Keys, Mapped } from './mapped.js';
import { allValues, firstValue, fold } from './values.js';

const KINDS: ReadonlyMap<string, GroupKind> = new Map([
  ['classe', 'class'],
  ['niveau', 'level'],
  ['option', 'option'],
  ['matiere', 'subject'],
  ['service', 'service'],
  ['groupe', 'work'],
  ['', 'work'],
]);

/** Groups of the machine room: everybody of a kind, or a school. */
const IGNORED: ReadonlySet<string> = new Set(['base', 'etablissement']);

const TEAM_PREFIX = 'profs-';

/**
 * A group and who is in it. A team (`profs-<class>`) is no group of its own: its members are the teachers of that class or
 * option. Who `memberUid` names may be gone: the host counts those.
 */
export function mapGroup(entry: LdapEntry, uai: string, keys: Keys): Mapped {
  const name = firstValue(entry, 'cn');
  if (name === undefined) return { records: [], problems: ['a group without cn'] };
  const key = groupKey(name);
  const type = fold(firstValue(entry, 'type') ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  if (IGNORED.has(type)) return { records: [] };
  if (type === 'equipe') {
    if (!key.startsWith(TEAM_PREFIX)) return { records: [], problems: [`a team that is not named ${TEAM_PREFIX}…`] };
    return { records: memberships(entry, uai, key.slice(TEAM_PREFIX.length), 'teacher', keys) };
  }
  const kind = KINDS.get(type);
  if (kind === undefined) return { records: [], problems: [`a group of the unknown type ${type}`] };

  // The cn of a subject is a code; its label is in the description.
  const label = kind === 'subject' ? (firstValue(entry, 'description') ?? name) : name;
  const group: GroupRecord = { type: 'group', uai, key, kind, name: label };
  return { records: [group, ...memberships(entry, uai, key, 'member', keys)] };
}

/** Names of groups compare without case in LDAP. */
export function groupKey(name: string): string {
  return fold(name);
}

function memberships(
  entry: LdapEntry,
  uai: string,
  group: string,
  role: MembershipRole,
  keys: Keys,
): MembershipRecord[] {
  const logins = new Set(allValues(entry, 'memberUid').map(fold));
  return [...logins].map((login) => ({ type: 'membership', uai, group, person: keys.of(login), role }));
}
