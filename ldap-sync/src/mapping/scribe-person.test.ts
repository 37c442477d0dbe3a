// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry, personDn, RIVIERES, TILLEULS } from '../testing/test-entries.js';
import { LoginKeys } from './login-keys.js';
import type { MappedEntry } from './mapped-entry.js';
import { mapScribe } from './scribe.js';
import type { Place } from './place.js';

const PUPIL: Place = { branch: 'eleves', uai: '0999991A' };
const GUARDIAN: Place = { branch: 'responsables', uai: '0999992B' };
const byLogin = new LoginKeys('uid', 'uid');

function map(
  place: Place,
  values: Record<string, string | string[]>,
  keys = byLogin,
  dn = 'uid=lea.martin,o=gouv',
): MappedEntry {
  return mapScribe(ldapEntry(dn, { uid: 'lea.martin', sn: 'MARTIN', ...values }), place, keys);
}

function person(values: Record<string, string | string[]>, dn?: string): object | undefined {
  return map(PUPIL, values, byLogin, dn).records[0];
}

describe('a person', () => {
  test('with everything', () => {
    const values = { givenName: 'Léa', displayName: 'Léa Martin', ENTPersonProfils: 'eleve' };

    expect(map(PUPIL, values)).toEqual({
      records: [
        {
          type: 'person',
          key: 'lea.martin',
          login: 'lea.martin',
          givenName: 'Léa',
          familyName: 'MARTIN',
          displayName: 'Léa Martin',
          profile: 'pupil',
          uai: '0999991A',
        },
      ],
      classes: [],
      problems: [],
    });
  });

  test('belongs to the school of the branch', () => {
    expect(map({ branch: 'personnels', uai: '0999992B' }, {}).records).toMatchObject([
      { uai: '0999992B', profile: 'teacher' },
    ]);
  });

  test('L9: case, spaces and decomposed accents make no other person', () => {
    const plain = person({ uid: 'zoe.lé', sn: 'Lé', givenName: 'Zoé' });

    expect(person({ uid: ' Zoe.LE\u0301 ', sn: ' Le\u0301', givenName: 'Zoe\u0301 ' })).toEqual(plain);
    expect(plain).toMatchObject({
      key: 'zoe.l\u00e9',
      login: 'zoe.l\u00e9',
      familyName: 'L\u00e9',
      displayName: 'Zo\u00e9 L\u00e9',
    });
  });

  test('without displayName is shown by both names, or by the only one', () => {
    expect(person({ givenName: 'Léa' })).toMatchObject({ displayName: 'Léa MARTIN' });
    expect(person({ givenName: 'Léa', displayName: '  ' })).toMatchObject({ displayName: 'Léa MARTIN' });
    expect(person({})).toMatchObject({ givenName: '', displayName: 'MARTIN' });
  });

  test('with several values: the first that says something; of logins, the one in the DN', () => {
    expect(person({ sn: ['', 'MARTIN', 'PETIT'], givenName: ['Léa', 'Marie'] })).toMatchObject({
      familyName: 'MARTIN',
      givenName: 'Léa',
    });
    expect(person({ uid: ['martinl', 'Lea.Martin'] })).toMatchObject({ login: 'lea.martin' });
    expect(person({ uid: ['martinl', 'Lea.Martin'] }, 'cn=x,o=gouv')).toMatchObject({ login: 'martinl' });
  });

  test.each([
    [{ uid: [] }, 'a person without uid'],
    [{ uid: ' ' }, 'a person without uid'],
    [{ sn: [] }, 'a person without sn'],
    [{ uid: 'x'.repeat(191) }, 'a person whose uid is longer than 190 characters'],
  ])('%j is left out, and told', (values, problem) => {
    expect(map(PUPIL, values)).toEqual({ records: [], problems: [problem] });
  });
});

describe('the key', () => {
  const uuid = '6F9619FF-8B86-D011-B42D-00C04FC964FF';

  test('is another attribute when the settings say so, as it is written', () => {
    expect(map(PUPIL, { entryUUID: ` ${uuid} ` }, new LoginKeys('entryUUID', 'uid')).records).toMatchObject([
      { key: uuid, login: 'lea.martin' },
    ]);
    expect(map(PUPIL, { uid: 'Lea.Martin' }, new LoginKeys('UID', 'uid')).records).toMatchObject([
      { key: 'lea.martin' },
    ]);
  });

  test('is needed', () => {
    expect(map(PUPIL, {}, new LoginKeys('entryUUID', 'uid'))).toEqual({
      records: [],
      problems: ['a person without entryUUID'],
    });
  });
});

describe('a guardian', () => {
  test('names children by DN, in both schools, each once', () => {
    const children = [
      personDn(TILLEULS, 'eleves', 'Lea.Martin'),
      personDn(RIVIERES, 'eleves', 'tom.martin').toUpperCase(),
      personDn(TILLEULS, 'eleves', 'lea.martin'),
    ];

    expect(map(GUARDIAN, { uid: 'anne.martin', ENTAuxPersRelEleveEleve: children }).records.slice(1)).toEqual([
      { type: 'kinship', guardian: 'anne.martin', child: 'lea.martin' },
      { type: 'kinship', guardian: 'anne.martin', child: 'tom.martin' },
    ]);
  });

  test('L2: an escaped DN is read as one name, and names no other child', () => {
    const children = [
      'uid=o\\27neil\\2c tom,ou=eleves',
      'uid=x\\,uid\\=lea.martin,ou=eleves',
      'uid=l\\C3\\A9a,ou=eleves',
    ];

    expect(map(GUARDIAN, { ENTAuxPersRelEleveEleve: children }).records.slice(1)).toMatchObject([
      { child: "o'neil, tom" },
      { child: 'x,uid=lea.martin' },
      { child: 'léa' },
    ]);
  });

  test('L2: an invalid DN, or one of no account, is left out and counted; the other children stay', () => {
    const children = ['lea.martin', 'cn=lea.martin,ou=eleves', 'uid=,ou=eleves', 'uid=tom.martin,ou=eleves'];
    const { records, problems } = map(GUARDIAN, { ENTAuxPersRelEleveEleve: children });

    expect(records.slice(1)).toMatchObject([{ child: 'tom.martin' }]);
    expect(problems).toEqual(Array(3).fill('a child whose DN cannot be read or has no uid'));
  });

  test('names children by key', () => {
    const keys = new LoginKeys('entryUUID', 'uid');
    keys.remember('lea.martin', 'key-of-lea');
    const children = ['uid=Lea.Martin,ou=eleves', 'uid=lucie.disparue,ou=eleves'];

    const { records } = map(
      GUARDIAN,
      { uid: 'anne.martin', entryUUID: 'key-of-anne', ENTAuxPersRelEleveEleve: children },
      keys,
    );

    expect(records.slice(1)).toEqual([
      { type: 'kinship', guardian: 'key-of-anne', child: 'key-of-lea' },
      { type: 'kinship', guardian: 'key-of-anne', child: 'uid=lucie.disparue' },
    ]);
  });
});

describe('the classes that a pupil’s entry names', () => {
  test('by school, which need not be that of the branch', () => {
    const { classes } = map(PUPIL, {
      ENTEleveClasses: [`${TILLEULS}$CM2 A`, `${RIVIERES.toUpperCase()}$6e $1`],
      Divcod: 'CM1',
    });

    expect(classes).toEqual([
      { uai: '0999991A', name: 'CM2 A', pupil: 'lea.martin' },
      { uai: '0999992B', name: '6e $1', pupil: 'lea.martin' },
    ]);
  });

  test('Divcod is a class of the school of the branch', () => {
    expect(map(PUPIL, { Divcod: 'CM1 ' }).classes).toEqual([{ uai: '0999991A', name: 'CM1', pupil: 'lea.martin' }]);
  });

  test.each(['CM2 A', `${TILLEULS}$`, '$CM2 A', 'not a name$CM2 A', 'ou=ecole,o=gouv$CM2 A'])(
    '%s is none, and told',
    (written) => {
      expect(map(PUPIL, { ENTEleveClasses: written })).toMatchObject({
        classes: [],
        problems: ['a class that is not written as DN of a school, $, name'],
      });
    },
  );

  test('a teacher’s Divcod is an administered class, not a membership', () => {
    expect(map({ branch: 'personnels', uai: '0999991A' }, { Divcod: 'CM2 A', typeadmin: '2' }).classes).toEqual([]);
  });
});
