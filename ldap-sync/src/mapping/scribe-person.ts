// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord, PersonRecord } from '@volee/core-adapter/directory';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { Keys, MappedEntry, PupilClass } from './mapped-entry.js';
import { keyOf, leftOut, loginOf } from './person.js';
import { profileOf } from './profile.js';
import { pupilDetails } from './pupil-details.js';
import { loginInDn } from './references.js';
import { uaiOf } from './scribe-school.js';
import { stableIdOf } from './stable-id.js';
import { BIRTH_DATE, INE, LEVEL, type PersonBranch } from './scribe-tree.js';
import { allValues, clean, firstOf, firstValue } from './values.js';

/**
 * Maps a person, with a guardian's children and a pupil's classes.
 * @param loginAttribute names the account, in its entry and in its DN
 */
export function mapPerson(
  entry: LdapEntry,
  branch: PersonBranch,
  uai: string,
  keys: Keys,
  loginAttribute: string,
): MappedEntry {
  const login = loginOf(entry, loginAttribute);
  const familyName = firstValue(entry, 'sn');
  if (login === undefined) return leftOut(`a person without ${loginAttribute}`);
  if (familyName === undefined) return leftOut('a person without sn');
  const key = keyOf(entry, login, keys);
  if (typeof key !== 'string') return leftOut(key.problem);

  const givenName = firstValue(entry, 'givenName') ?? '';
  const displayName = firstValue(entry, 'displayName') ?? `${givenName} ${familyName}`.trim();
  const profile = profileOf(entry, branch);
  const { details, problems } = profile === 'pupil' ? detailsOf(entry) : NO_DETAILS;
  const who = { key, login, givenName, familyName, displayName, profile, uai };
  const person: PersonRecord = { type: 'person', ...who, ...stableIdOf(entry), ...details };

  const children = allValues(entry, 'ENTAuxPersRelEleveEleve').map((dn) => childLogin(dn, loginAttribute));
  const classes = profile === 'pupil' ? classesOf(entry, uai) : [];
  return {
    records: [person, ...kinships(key, children, keys)],
    classes: classes.flatMap((one) => (one === undefined ? [] : { ...one, pupil: key })),
    problems: [
      ...problems,
      ...children.filter((child) => child === undefined).map(() => 'a child whose DN cannot be read or has no uid'),
      ...classes.filter((one) => one === undefined).map(() => 'a class that is not written as DN of a school, $, name'),
    ],
  };
}

const NO_DETAILS: ReturnType<typeof pupilDetails> = { details: {}, problems: [] };

function detailsOf(entry: LdapEntry): ReturnType<typeof pupilDetails> {
  return pupilDetails({
    ine: firstOf(entry, INE),
    birthDate: firstOf(entry, BIRTH_DATE),
    level: firstOf(entry, LEVEL),
  });
}

/** An AD may have taken over the DN that OpenLDAP gives to the child, by `uid` (not confirmed). */
function childLogin(dn: string, loginAttribute: string): string | undefined {
  return loginInDn(dn, loginAttribute) ?? loginInDn(dn, 'uid');
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
