// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import type { EntryAttributes } from './school-sheet.js';
import { scribeEntries } from './scribe-entries.js';
import { READER, ROOT } from './tree.js';

/** The root of the Samba AD of an AmonEcole, in an invented domain. */
export const AD_ROOT = 'DC=vaubrun,DC=lan';

/** The account for reading that AD. */
export const AD_READER = { dn: adDn(READER.dn), password: READER.password } as const;

const OF_ACCOUNTS = [
  ...['sn', 'givenName', 'displayName', 'mail', 'ENTPersonProfils', 'ENTAuxPersRelEleveEleve'],
  ...['Divcod', 'Meflcf', 'ENTPersonDateNaissance', 'ine'],
];

/** Types of groups that the label shows, and of the groups of everybody: an AD need not have these. */
const UNTOLD = ['Classe', 'Equipe', 'Niveau', 'Base'];

/**
 * The sample directory as the AD of an AmonEcole has it: accounts are named by `CN`, schools in small letters, and groups name their
 * members by DN. The attributes of such an AD besides names, `Divcod` and `Meflcf` are not confirmed; they are assumed here.
 */
export function scribeAdEntries(): LdapEntry[] {
  const entries = scribeEntries();
  const accounts = new Map(
    entries.flatMap(({ dn, attributes }) => (attributes['uid'] ?? []).map((uid) => [uid.toLowerCase(), dn])),
  );
  const dnOf = (login: string): string => adDn(accounts.get(login.toLowerCase()) ?? `uid=${login},${ROOT}`);
  return entries.map(({ dn, attributes }) => ({ dn: adDn(dn), attributes: adAttributes(attributes, dnOf) }));
}

function adAttributes(attributes: EntryAttributes, dnOf: (login: string) => string): EntryAttributes {
  const {
    uid,
    entryUUID: objectGUID = [],
    type = ['Groupe'],
    memberUid = [],
    ENTAuxPersRelEleveEleve: children,
  } = attributes;
  if (uid) {
    const kept = Object.entries(attributes).filter(([name]) => OF_ACCOUNTS.includes(name));
    return {
      ...Object.fromEntries(kept),
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      cn: uid,
      sAMAccountName: uid,
      objectGUID,
      ...(children ? { ENTAuxPersRelEleveEleve: children.map(adDn) } : {}),
    };
  }
  if (!attributes['objectClass']?.includes('posixGroup')) return attributes;
  return {
    objectClass: ['top', 'group'],
    cn: attributes['cn'] ?? [],
    description: attributes['description'] ?? [],
    ...(UNTOLD.includes(type[0] ?? '') ? {} : { type }),
    ...(memberUid.length > 0 ? { member: memberUid.map(dnOf) } : {}),
  };
}

/** `uid=lea,ou=local,…,ou=0399001X,…,o=gouv,c=fr` → `CN=lea,OU=local,…,OU=0399001x,…,DC=vaubrun,DC=lan` */
function adDn(dn: string): string {
  return dn
    .replace(new RegExp(`${ROOT}$`), AD_ROOT)
    .replace(/^(uid|cn)=/, 'CN=')
    .replace(/(^|,)ou=/g, '$1OU=')
    .replace(/OU=\d{7}[A-Z]/, (unit) => unit.replace(/[A-Z]$/, (letter) => letter.toLowerCase()));
}
