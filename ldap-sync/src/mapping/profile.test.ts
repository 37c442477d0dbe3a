// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

import { ldapEntry } from '../testing/test-entries.js';
import { profileIn, profileOf } from './profile.js';

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

test('the object class administrateur only marks a teacher', () => {
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

describe('in whatever attributes a directory has', () => {
  function profileOfValues(
    values: Record<string, string | string[]>,
    own: Record<string, Profile> = {},
  ): string | undefined {
    return profileIn(
      ldapEntry('uid=x', values),
      ['ENTPersonProfils', 'ENTPersonFonctions'],
      new Map(Object.entries(own)),
    );
  }

  test.each([
    ['50214$ENS$ENSEIGNEMENT$L1500$SCIENCES', 'teacher'],
    ['0999991A$doc$DOCUMENTATION', 'teacher'],
    ['ENTStructureSIREN=1,ou=structures,dc=ent$DIR$DIRECTION$-$-', 'staff'],
    ['50214$EDU$EDUCATION', 'staff'],
    ['50214$ADF$PERSONNELS ADMINISTRATIFS', 'staff'],
    ['50214$COLTER$COLLECTIVITE', 'staff'],
  ])('the function %s is %s', (ENTPersonFonctions, expected) => {
    expect(profileOfValues({ ENTPersonFonctions })).toBe(expected);
  });

  test.each(['50214$XYZ$INCONNUE', '50214$ELV$ELEVE', '50214$ADMINISTRATEUR$x', '50214', '$'])(
    'the function %s is nothing',
    (ENTPersonFonctions) => expect(profileOfValues({ ENTPersonFonctions })).toBeUndefined(),
  );

  test('what follows a stroke says more of the same: Eleve/6A', () => {
    expect(profileOfValues({ ENTPersonProfils: 'Eleve/6A' })).toBe('pupil');
    expect(profileOfValues({ ENTPersonProfils: 'National_TUT/1' })).toBe('guardian');
  });

  test('the first attribute with a known value counts, and within it the precedence of profiles', () => {
    expect(profileOfValues({ ENTPersonProfils: 'autre', ENTPersonFonctions: '1$ENS$x' })).toBe('teacher');
    expect(profileOfValues({ ENTPersonProfils: 'National_ETA', ENTPersonFonctions: '1$ENS$x' })).toBe('staff');
    expect(profileOfValues({ ENTPersonProfils: ['National_TUT', 'National_ENS'] })).toBe('teacher');
    expect(profileOfValues({ ENTPersonProfils: ['National_ENS', 'National_ELV'] })).toBe('pupil');
    expect(profileOfValues({})).toBeUndefined();
  });

  test('the codes of the settings count before the known ones, functions too', () => {
    expect(profileOfValues({ ENTPersonProfils: 'AVS' }, { avs: 'staff' })).toBe('staff');
    expect(profileOfValues({ ENTPersonProfils: 'National_DOC' }, { national_doc: 'staff' })).toBe('staff');
    expect(profileOfValues({ ENTPersonFonctions: '1$AES$x' }, { aes: 'teacher' })).toBe('teacher');
  });

  test.each(['administrateur', 'admin', 'head', 'directeur', 'National_DIR'])('%s does not make a head', (code) => {
    expect([undefined, 'staff']).toContain(profileOfValues({ ENTPersonProfils: code }));
  });
});
