// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry } from '../testing/test-entries.js';
import { LoginKeys } from './login-keys.js';
import type { MappedEntry } from './mapped-entry.js';
import { mapScribe } from './scribe.js';

function map(
  values: Record<string, string | string[]>,
  uai = '0999991A',
  keys = new LoginKeys('uid', 'uid'),
): MappedEntry {
  return mapScribe(ldapEntry('cn=x,ou=local,ou=groupes', values), { branch: 'groupes', uai }, keys);
}

test.each([
  ['Classe', 'class'],
  ['classe', 'class'],
  ['Niveau', 'level'],
  ['Option', 'option'],
  ['Matiere', 'subject'],
  ['Matière', 'subject'],
  ['Service', 'service'],
  ['Groupe', 'work'],
  ['', 'work'],
])('a group of type "%s" is a %s', (type, kind) => {
  expect(map({ cn: 'Atelier', type })).toEqual({
    records: [{ type: 'group', uai: '0999991A', key: 'atelier', kind, name: 'Atelier' }],
  });
});

test('a group without a type is a working group', () => {
  expect(map({ cn: 'Chorale' }).records).toMatchObject([{ kind: 'work' }]);
});

test.each(['Base', 'base', 'Etablissement', 'Établissement'])(
  '%s is the machine’s own, and silently ignored',
  (type) => {
    expect(map({ cn: 'eleves', type, memberUid: ['lea.martin'] })).toEqual({ records: [] });
  },
);

test.each([
  [{ cn: [], type: 'Classe' }, 'a group without cn'],
  [{ cn: 'x', type: 'Imprimante' }, 'a group of the unknown type imprimante'],
  [{ cn: 'equipe-3A', type: 'Equipe' }, 'a team that is not named profs-…'],
])('%j is left out, and told', (values, problem) => {
  expect(map({ ...values, memberUid: ['lea.martin'] })).toEqual({ records: [], problems: [problem] });
});

test('L9: the key compares as LDAP does; the name stays as it is written', () => {
  expect(map({ cn: ' 6e  « É\u0301toile » / B ', type: 'Classe' }).records).toMatchObject([
    { key: '6e « \u00e9\u0301toile » / b'.normalize('NFC'), name: '6e  « É\u0301toile » / B'.normalize('NFC') },
  ]);
});

test('a subject is called by its description, a class by its cn', () => {
  expect(map({ cn: 'higeo', type: 'Matiere', description: 'Histoire-géographie' }).records).toMatchObject([
    { key: 'higeo', name: 'Histoire-géographie' },
  ]);
  expect(map({ cn: 'higeo', type: 'Matiere' }).records).toMatchObject([{ name: 'higeo' }]);
  expect(map({ cn: '3A', type: 'Classe', description: 'Classe 3A' }).records).toMatchObject([{ name: '3A' }]);
});

test('a level has a name for people where its cn is a code', () => {
  for (const [cn, name] of [
    ['niveau-cm1', 'Niveau CM1'],
    ['niveau_6e', 'Niveau 6E'],
    ['Niveau 6eme', 'Niveau 6eme'],
    ['6eme', '6eme'],
  ]) {
    expect(map({ cn: cn ?? '', type: 'Niveau' }).records).toMatchObject([{ key: (cn ?? '').toLowerCase(), name }]);
  }
  // Only levels are written so.
  expect(map({ cn: 'niveau-cm1', type: 'Groupe' }).records).toMatchObject([{ name: 'niveau-cm1' }]);
});

test('members are named once each, in any case, whether they exist or not', () => {
  const memberUid = ['lea.martin', 'Lea.Martin', ' tom.petit ', 'paul.parti', ''];

  expect(map({ cn: '6B', type: 'Classe', memberUid }, '0999992B').records.slice(1)).toEqual(
    ['lea.martin', 'tom.petit', 'paul.parti'].map((person) => ({
      type: 'membership',
      uai: '0999992B',
      group: '6b',
      person,
      role: 'member',
    })),
  );
});

test('a team is the teachers of its class, and no group', () => {
  expect(map({ cn: 'Profs-CM2 A', type: 'Equipe', memberUid: 'paul.durand' }).records).toEqual([
    { type: 'membership', uai: '0999991A', group: 'cm2 a', person: 'paul.durand', role: 'teacher' },
  ]);
});

test('members are named by key; unknown members by a key that no person has', () => {
  const keys = new LoginKeys('intid', 'uid');
  keys.remember('lea.martin', '100245');

  expect(
    map({ cn: '6B', type: 'Classe', memberUid: ['Lea.Martin', '100245'] }, '0999992B', keys).records.slice(1),
  ).toMatchObject([{ person: '100245' }, { person: 'uid=100245' }]);
});
