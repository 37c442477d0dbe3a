// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import { allValues, fold } from './values.js';
import type { PersonBranch } from './scribe-tree.js';

type Codes = ReadonlyMap<string, Profile>;

/**
 * Scribe's own words, the SDET's codes, the older numbers and the category of the ministry's files (docs/explications/annuaires-envole.md). Nobody is a head
 * by an attribute: that is granted in Volée. What `National_5` to `7` mean is not published beyond "staff".
 */
const BY_CODE: Codes = new Map([
  ['eleve', 'pupil'],
  ['national_elv', 'pupil'],
  ['national_1', 'pupil'],
  ['responsable', 'guardian'],
  ['persreleleve', 'guardian'],
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

/** Functions in `ENTPersonFonctions`: `school$code$label…`. Whatever stands in front of pupils is a teacher, the rest is staff. */
const TEACHING = ['ens', 'rpl', 'upi', 'fca', 'fcp', 'fij', 'is', 'ises', 'ppa', 'doc'];
const OTHER_FUNCTIONS = [
  ...['dir', 'dec', 'decpr', 'dses', 'edu', 'aed', 'sur', 'aes', 'adf', 'lab', 'alb', 'ase', 'cfc', 'ctr', 'mds'],
  ...['ori', 'ouv', 'psy', 'tec', 'ins', 'inj', 'colter'],
];
const BY_FUNCTION: Codes = new Map([
  ...TEACHING.map((code) => [code, 'teacher'] as const),
  ...OTHER_FUNCTIONS.map((code) => [code, 'staff'] as const),
]);

/** Of several in one entry: a pupil is nothing else, and somebody who works in the school is not there as a guardian first. */
const PRECEDENCE: readonly Profile[] = ['pupil', 'teacher', 'staff', 'guardian'];

/**
 * What the first of these attributes that knows it says of a person, whatever coding it uses. Undefined: none of them does.
 * @param own codes of this directory, folded; they count before the usual ones
 */
export function profileIn(entry: LdapEntry, attributes: readonly string[], own: Codes): Profile | undefined {
  for (const attribute of attributes) {
    const named = new Set(allValues(entry, attribute).map((value) => own.get(fold(value)) ?? usualProfile(value, own)));
    const profile = PRECEDENCE.find((one) => named.has(one));
    if (profile) return profile;
  }
  return undefined;
}

/** `National_ELV`, `eleve`, `Eleve/6A`, `50214$ENS$ENSEIGNEMENT$…`: without case, and without what follows the code. */
function usualProfile(value: string, own: Codes): Profile | undefined {
  const [first = '', second] = fold(value).split('$');
  if (second !== undefined) return own.get(second) ?? BY_FUNCTION.get(second);
  return BY_CODE.get(first.split('/', 1)[0] ?? '');
}

const NO_CODES: Codes = new Map();

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
  const named = new Set(allValues(entry, 'ENTPersonProfils').map((code) => usualProfile(code, NO_CODES)));
  const order: readonly Profile[] = [...USUAL[branch], 'guardian', 'staff', 'teacher', 'pupil'];
  return order.find((profile) => named.has(profile)) ?? profileOfBranch(entry, branch);
}

function profileOfBranch(entry: LdapEntry, branch: PersonBranch): Profile {
  if (branch === 'eleves') return 'pupil';
  if (branch === 'responsables') return 'guardian';
  return allValues(entry, 'objectClass').some((name) => fold(name) === 'administratif') ? 'staff' : 'teacher';
}
