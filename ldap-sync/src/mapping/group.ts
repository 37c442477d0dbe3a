// SPDX-License-Identifier: EUPL-1.2
import type { GroupKind } from '@volee/core-adapter';
import type { GroupRecord, MembershipRecord, MembershipRole } from '@volee/core-adapter/directory';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { Keys, MappedEntry } from './mapped-entry.js';
import { loginIn } from './references.js';
import { allOf, firstOf, fold, groupKey } from './values.js';

/** The attributes that describe a group. */
export interface GroupWords {
  readonly name: readonly string[];
  readonly kind: readonly string[];
  /** The name of a subject, because the group's own name is a code. */
  readonly label: readonly string[];
  readonly members: readonly string[];
  /** The attribute that holds logins; members may be named by DN. */
  readonly login: string;
  /** Kinds besides those of Scribe, normalised by `kindWord`. */
  readonly kinds?: ReadonlyMap<string, GroupMeaning>;
  /** Whether the label begins with the kind when no attribute has it: `Classe 3A`. Other groups are then left out. */
  readonly kindInLabel?: boolean;
}

/** `team`: the members are the teachers of another group. `none`: left out. */
export type GroupMeaning = GroupKind | 'team' | 'none';

/** The kinds of Scribe; `base` and `etablissement` are technical groups that hold all users of a profile, or a school. */
const KINDS: ReadonlyMap<string, GroupMeaning> = new Map([
  ['classe', 'class'],
  ['niveau', 'level'],
  ['option', 'option'],
  ['matiere', 'subject'],
  ['service', 'service'],
  ['groupe', 'work'],
  ['', 'work'],
  ['equipe', 'team'],
  ['base', 'none'],
  ['etablissement', 'none'],
]);

/** Kinds recognised in a label. `groupe` is not among them: groups of all users have such labels (`Groupe eleves`). */
const LABELLED: ReadonlySet<string> = new Set(['classe', 'equipe', 'niveau', 'option']);

const TEAM_PREFIX = 'profs-';

/**
 * Maps a group and its members. The members of a team (`profs-<class>`) become the teachers of that class or option. Members may have
 * left; the host counts those.
 */
export function mapGroup(entry: LdapEntry, uai: string, keys: Keys, words: GroupWords): MappedEntry {
  const name = firstOf(entry, words.name);
  if (name === undefined) return { records: [], problems: [`a group without ${words.name.join(' or ')}`] };
  const key = groupKey(name);
  const word = wordOf(entry, words);
  const kind = words.kinds?.get(word) ?? KINDS.get(word);
  if (kind === undefined) return { records: [], problems: [`a group of the unknown type ${word}`] };
  if (kind === 'none') return { records: [] };
  if (kind === 'team') {
    if (!key.startsWith(TEAM_PREFIX)) return { records: [], problems: [`a team that is not named ${TEAM_PREFIX}…`] };
    return memberships(entry, uai, key.slice(TEAM_PREFIX.length), 'teacher', keys, words);
  }
  const group: GroupRecord = { type: 'group', uai, key, kind, name: nameOf(entry, kind, name, words) };
  const { records, problems } = memberships(entry, uai, key, 'member', keys, words);
  return { records: [group, ...records], ...(problems ? { problems } : {}) };
}

/** Subjects and levels have a code as name; a level is shown as « Niveau CM1 » where Scribe writes `niveau-cm1`. */
function nameOf(entry: LdapEntry, kind: GroupKind, name: string, words: GroupWords): string {
  if (kind === 'subject') return firstOf(entry, words.label) ?? name;
  const level = kind === 'level' ? /^niveau[-_](.+)$/i.exec(name)?.[1] : undefined;
  return level === undefined ? name : `Niveau ${level.toUpperCase()}`;
}

/** A kind in lower case, without accents. */
export function kindWord(text: string): string {
  return fold(text).normalize('NFD').replace(/\p{M}/gu, '');
}

function wordOf(entry: LdapEntry, { kind, label, kindInLabel }: GroupWords): string {
  const given = firstOf(entry, kind);
  if (given !== undefined || !kindInLabel) return kindWord(given ?? '');
  const [first = ''] = (firstOf(entry, label) ?? '').split(/\s/, 1);
  return LABELLED.has(kindWord(first)) ? kindWord(first) : 'base';
}

function memberships(
  entry: LdapEntry,
  uai: string,
  group: string,
  role: MembershipRole,
  keys: Keys,
  { members, login }: GroupWords,
): MappedEntry {
  const logins = new Set(allOf(entry, members).map((member) => loginIn(member, login)));
  const records = [...logins].flatMap((one): MembershipRecord[] =>
    one === undefined ? [] : [{ type: 'membership', uai, group, person: keys.of(one), role }],
  );
  return logins.has(undefined)
    ? { records, problems: [`a member whose DN does not begin with ${login}=`] }
    : { records };
}
