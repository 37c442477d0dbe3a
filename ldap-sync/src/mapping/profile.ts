// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import { allValues, fold } from './values.js';
import type { PersonBranch } from './scribe-tree.js';

/**
 * Scribe's own words, the SDET's codes and the older numbers. Nobody is a head by an attribute: that is granted in Volée. What
 * `National_5` to `7` mean is not published beyond "staff".
 */
const BY_CODE: ReadonlyMap<string, Profile> = new Map([
  ['eleve', 'pupil'],
  ['national_elv', 'pupil'],
  ['national_1', 'pupil'],
  ['responsable', 'guardian'],
  ['national_tut', 'guardian'],
  ['national_2', 'guardian'],
  ['enseignant', 'teacher'],
  ['national_ens', 'teacher'],
  ['national_doc', 'teacher'],
  ['national_3', 'teacher'],
  ['administratif', 'staff'],
  ['national_dir', 'staff'],
  ['national_evs', 'staff'],
  ['national_eta', 'staff'],
  ['national_aca', 'staff'],
  ['national_col', 'staff'],
  ['national_4', 'staff'],
  ['national_5', 'staff'],
  ['national_6', 'staff'],
  ['national_7', 'staff'],
]);

const USUAL: Readonly<Record<PersonBranch, readonly Profile[]>> = {
  eleves: ['pupil'],
  personnels: ['teacher', 'staff'],
  responsables: ['guardian'],
};

/**
 * What a person is. Values of an attribute come in no order (RFC 4511 §4.1.7): of several, the one that is usual in the branch counts.
 * Without a known value the branch decides. The object class `administrateur` marks a teacher and gives no right.
 */
export function profileOf(entry: LdapEntry, branch: PersonBranch): Profile {
  const named = new Set(allValues(entry, 'ENTPersonProfils').map((code) => BY_CODE.get(fold(code))));
  const order: readonly Profile[] = [...USUAL[branch], 'guardian', 'staff', 'teacher', 'pupil'];
  return order.find((profile) => named.has(profile)) ?? profileOfBranch(entry, branch);
}

function profileOfBranch(entry: LdapEntry, branch: PersonBranch): Profile {
  if (branch === 'eleves') return 'pupil';
  if (branch === 'responsables') return 'guardian';
  return allValues(entry, 'objectClass').some((name) => fold(name) === 'administratif') ? 'staff' : 'teacher';
}
