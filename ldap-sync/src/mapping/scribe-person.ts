// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord, PersonRecord } from '@volee/core-adapter';

import { parseDn } from '../ldap/distinguished-name.js';
import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { Keys, Mapped, PupilClass } from './mapped.js';
import { profileOf } from './profile.js';
import { uaiOf } from './scribe-school.js';
import type { PersonBranch } from './scribe-tree.js';
import { allValues, clean, firstValue, fold } from './values.js';

/** The contract's limit. */
const LONGEST_KEY = 190;

/** A person, a guardian's children, a pupil's classes. */
export function mapPerson(entry: LdapEntry, branch: PersonBranch, uai: string, keys: Keys): Mapped {
  const login = loginOf(entry);
  const familyName = firstValue(entry, 'sn');
  if (login === undefined) return leftOut('a person without uid');
  if (familyName === undefined) return leftOut('a person without sn');
  const key = fold(keys.attribute) === 'uid' ? login : firstValue(entry, keys.attribute);
  if (key === undefined) return leftOut(`a person without ${keys.attribute}`);
  if (key.length > LONGEST_KEY)
    return leftOut(`a person whose ${keys.attribute} is longer than ${LONGEST_KEY} characters`);

  const givenName = firstValue(entry, 'givenName') ?? '';
  const displayName = firstValue(entry, 'displayName') ?? `${givenName} ${familyName}`.trim();
  const profile = profileOf(entry, branch);
  const person: PersonRecord = { type: 'person', key, login, givenName, familyName, displayName, profile, uai };

  const children = allValues(entry, 'ENTAuxPersRelEleveEleve').map(childLogin);
  const classes = profile === 'pupil' ? classesOf(entry, uai) : [];
  return {
    records: [person, ...kinships(key, children, keys)],
    classes: classes.flatMap((one) => (one === undefined ? [] : { ...one, pupil: key })),
    problems: [
      ...children.filter((child) => child === undefined).map(() => 'a child whose DN cannot be read or has no uid'),
      ...classes.filter((one) => one === undefined).map(() => 'a class that is not written as DN of a school, $, name'),
    ],
  };
}

/**
 * In lower case: Scribe compares logins without case, and groups, families and the SSO each write them in their own way. Of several
 * values the one in the DN counts: it is the account's name, and the others come in no order.
 */
function loginOf(entry: LdapEntry): string | undefined {
  const logins = allValues(entry, 'uid').map(fold);
  if (logins.length < 2) return logins[0];
  const name = fold(parseDn(entry.dn)?.[0]?.get('uid') ?? '');
  return logins.find((login) => login === name) ?? logins[0];
}

function childLogin(dn: string): string | undefined {
  const login = fold(parseDn(dn)?.[0]?.get('uid') ?? '');
  return login === '' ? undefined : login;
}

function kinships(guardian: string, children: readonly (string | undefined)[], keys: Keys): KinshipRecord[] {
  const known = new Set(children.filter((child) => child !== undefined));
  return [...known].map((child) => ({ type: 'kinship', guardian, child: keys.of(child) }));
}

/** `ENTEleveClasses` is `<DN of the school>$<class>`; `Divcod`, older, is the class alone. */
function classesOf(entry: LdapEntry, uai: string): (Omit<PupilClass, 'pupil'> | undefined)[] {
  const written = allValues(entry, 'ENTEleveClasses');
  if (written.length > 0) return written.map(classOf);
  return allValues(entry, 'Divcod').map((name) => ({ uai, name }));
}

function classOf(written: string): Omit<PupilClass, 'pupil'> | undefined {
  const [dn = '', ...rest] = written.split('$');
  const uai = uaiOf(dn);
  const name = clean(rest.join('$'));
  return uai === undefined || name === '' ? undefined : { uai, name };
}

function leftOut(problem: string): Mapped {
  return { records: [], problems: [problem] };
}
