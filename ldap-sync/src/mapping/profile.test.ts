// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry } from '../testing/test-entries.js';
import { profileOf } from './profile.js';

function profile(branch: Parameters<typeof profileOf>[1], values: Record<string, string | string[]>): string {
  return profileOf(ldapEntry('uid=x', values), branch);
}

test.each([
  ['eleve', 'pupil'],
  ['ELEVE', 'pupil'],
  [' eleve ', 'pupil'],
  ['enseignant', 'teacher'],
  ['administratif', 'staff'],
  ['responsable', 'guardian'],
  ['National_ELV', 'pupil'],
  ['National_elv', 'pupil'],
  ['National_TUT', 'guardian'],
  ['National_ENS', 'teacher'],
  ['National_DOC', 'teacher'],
  ['National_EVS', 'staff'],
  ['National_ETA', 'staff'],
  ['National_ACA', 'staff'],
  ['National_COL', 'staff'],
  ['National_1', 'pupil'],
  ['National_2', 'guardian'],
  ['National_3', 'teacher'],
  ['National_4', 'staff'],
  ['NATIONAL_7', 'staff'],
])('ENTPersonProfils %s is %s in every branch', (code, expected) => {
  for (const branch of ['eleves', 'personnels', 'responsables'] as const) {
    expect(profile(branch, { ENTPersonProfils: code })).toBe(expected);
  }
});

test('National_DIR is staff: a head is only ever granted in Volée', () => {
  expect(profile('personnels', { ENTPersonProfils: 'National_DIR' })).toBe('staff');
});

test.each([[[]], [['']], [['autre']], [['head']], [['National_99']]])(
  'without a known profile (%j) the branch decides',
  (values) => {
    const ENTPersonProfils = values;
    expect(profile('eleves', { ENTPersonProfils })).toBe('pupil');
    expect(profile('responsables', { ENTPersonProfils })).toBe('guardian');
    expect(profile('personnels', { ENTPersonProfils })).toBe('teacher');
    expect(profile('personnels', { ENTPersonProfils, objectClass: ['top', 'Administratif'] })).toBe('staff');
  },
);

test('the object class administrateur marks a teacher, and makes nobody anything else', () => {
  expect(profile('personnels', { objectClass: ['administrateur'] })).toBe('teacher');
  expect(profile('eleves', { objectClass: ['administrateur'] })).toBe('pupil');
  expect(profile('personnels', { objectClass: ['administrateur'], ENTPersonProfils: 'administratif' })).toBe('staff');
});

test.each([
  ['personnels', ['National_DIR', 'National_ENS'], 'teacher'],
  ['personnels', ['National_ELV', 'administratif'], 'staff'],
  ['eleves', ['enseignant', 'eleve'], 'pupil'],
  ['responsables', ['enseignant', 'responsable'], 'guardian'],
] as const)(
  'of several profiles in %s, %j, the usual one counts, in whatever order they come',
  (branch, codes, expected) => {
    expect(profile(branch, { ENTPersonProfils: [...codes] })).toBe(expected);
    expect(profile(branch, { ENTPersonProfils: codes.toReversed() })).toBe(expected);
  },
);
