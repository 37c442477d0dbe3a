// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

import type { LdapEntry } from '../ldap/ldap-entry.js';
import { allValues, fold } from './values.js';
import type { PersonBranch } from './scribe-tree.js';

type Codes = ReadonlyMap<string, Profile>;

/**
 * Scribe's own words, the SDET's codes, the older numbers and the category of the ministry's files
 * (docs/explications/annuaires-envole.md). No attribute makes a head teacher: Volée grants that role. `National_5` to `7` are only
 * documented as staff.
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

/** Codes of functions in `ENTPersonFonctions` (`school$code$label…`) with teaching duties; all other functions are staff. */
const TEACHING = ['ens', 'rpl', 'upi', 'fca', 'fcp', 'fij', 'is', 'ises', 'ppa', 'doc'];
const OTHER_FUNCTIONS = [
  ...['dir', 'dec', 'decpr', 'dses', 'edu', 'aed', 'sur', 'aes', 'adf', 'lab', 'alb', 'ase', 'cfc', 'ctr', 'mds'],
  ...['ori', 'ouv', 'psy', 'tec', 'ins', 'inj', 'colter'],
];
const BY_FUNCTION: Codes = new Map([
  ...TEACHING.map((code) => [code, 'teacher'] as const),
  ...OTHER_FUNCTIONS.map((code) => [code, 'staff'] as const),
]);

/** Precedence within one entry: a pupil has no other profile, and a person who works in the school is not a guardian first. */
const PRECEDENCE: readonly Profile[] = ['pupil', 'teacher', 'staff', 'guardian'];

/**
 * The profile in the first of these attributes with a known value, in any coding; undefined when there is none.
 * @param own codes of this directory, folded; they precede the usual ones
 */
export function profileIn(entry: LdapEntry, attributes: readonly string[], own: Codes): Profile | undefined {
  for (const attribute of attributes) {
    const named = new Set(allValues(entry, attribute).map((value) => own.get(fold(value)) ?? usualProfile(value, own)));
    const profile = PRECEDENCE.find((one) => named.has(one));
    if (profile) return profile;
  }
  return undefined;
}

/** `National_ELV`, `eleve`, `Eleve/6A`, `50214$ENS$ENSEIGNEMENT$…`: case is ignored, and so is the text after the code. */
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
 * The profile of a person. Attribute values are unordered (RFC 4511 §4.1.7): of several, the one that is usual in the branch counts.
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
