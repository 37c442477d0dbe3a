// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry } from '../testing/test-entries.js';
import { LoginKeys } from './login-keys.js';
import type { MappedEntry } from './mapped-entry.js';
import { mapScribe, SAMBA } from './scribe.js';
import type { Place } from './place.js';

const SCHOOL = 'OU=0999991a,OU=ac-test,OU=education,DC=etab,DC=lan';
const keys = new LoginKeys('cn', 'cn');

function map(branch: Place['branch'], values: Record<string, string | string[]>): MappedEntry {
  const dn = `CN=x,OU=local,OU=${branch},OU=utilisateurs,${SCHOOL}`;
  return mapScribe(ldapEntry(dn, values), { branch, uai: '0999991A' }, keys, SAMBA);
}

test('an account is identified by its cn, with any uid', () => {
  expect(map('eleves', { cn: 'Lea.Martin', uid: 'other', sn: 'MARTIN', Divcod: '6A' })).toMatchObject({
    records: [{ key: 'lea.martin', login: 'lea.martin', profile: 'pupil' }],
    classes: [{ uai: '0999991A', name: '6A', pupil: 'lea.martin' }],
  });
});

test('an account has the stable id that the AD gives its entry', () => {
  const objectGUID = '6f9619ff-8b86-d011-b42d-00c04fc964ff';

  expect(map('eleves', { cn: 'lea', sn: 'MARTIN', objectGUID }).records).toMatchObject([{ stableId: objectGUID }]);
});

test.each([
  ['as the AD names it', `CN=Lea.Martin,OU=local,OU=eleves,OU=utilisateurs,${SCHOOL}`],
  ['as the OpenLDAP beside it does', 'uid=lea.martin,ou=local,ou=eleves,ou=utilisateurs,ou=0999991A,o=gouv,c=fr'],
])('a child by DN, %s', (_how, ENTAuxPersRelEleveEleve) => {
  expect(map('responsables', { cn: 'anne', sn: 'M', ENTAuxPersRelEleveEleve }).records[1]).toEqual({
    type: 'kinship',
    guardian: 'anne',
    child: 'lea.martin',
  });
});

test('members by DN or by login; a DN without a cn is reported', () => {
  const member = [`CN=Lea.Martin,OU=eleves,${SCHOOL}`, 'OU=eleves,DC=etab', 'CN=broken\\'];
  const { records, problems } = map('groupes', { cn: '6A', type: 'Classe', member, memberUid: 'LEA.martin' });

  expect(records.map((record) => record.type === 'membership' && record.person)).toEqual([false, 'lea.martin']);
  expect(problems).toEqual(['a member whose DN does not begin with cn=']);
});

test.each([
  ['Classe 6A', 'class'],
  ['Niveau 6eme', 'level'],
  ['Option latin', 'option'],
])('without a type, "%s" says that it is a %s', (description, kind) => {
  expect(map('groupes', { cn: '6A', description }).records).toMatchObject([{ key: '6a', kind }]);
});

test('without a type, "Équipe profs-6A" is the team of 6A', () => {
  const team = { cn: 'profs-6A', description: 'Équipe profs-6A', member: `CN=Paul,OU=personnels,${SCHOOL}` };
  expect(map('groupes', team).records).toEqual([
    { type: 'membership', uai: '0999991A', group: '6a', person: 'paul', role: 'teacher' },
  ]);
});

test.each(['Groupe eleves', 'Domain Users', ''])('a group that says no kind is left out: "%s"', (description) => {
  expect(map('groupes', { cn: 'eleves', description, member: `CN=Lea,${SCHOOL}` })).toEqual({ records: [] });
});

test('the class administrateur has no effect', () => {
  const values = { cn: 'paul', sn: 'D', objectClass: ['user', 'administrateur'] };
  expect(map('personnels', values).records).toMatchObject([{ profile: 'teacher' }]);
  expect(map('responsables', values).records).toMatchObject([{ profile: 'guardian' }]);
});
