// SPDX-License-Identifier: EUPL-1.2
import { Schools } from './schools.js';

const STRUCTURES = 'ou=structures,dc=ent,dc=example';
const schools = new Schools([
  { uai: '0999991A', dn: `ENTStructureSIREN=999000001,${STRUCTURES}`, keys: ['52001', '999000001'] },
  { uai: '0999992B', dn: 'ou=0999992B,dc=ent,dc=example', keys: [] },
]);

test.each([
  ['a UAI', '0999991A'],
  ['a UAI in small letters', ' 0999991a'],
  ['a key', '52001'],
  ['its DN', `ENTStructureSIREN=999000001,${STRUCTURES}`],
  ['its DN as another server spells it', 'entstructuresiren=999000001, OU=Structures,DC=ent,DC=example'],
  ['a DN in another branch, with its UAI', 'ou=0999991a,ou=ac-test,ou=education,o=gouv,c=fr'],
  ['a DN in another branch, with its key', 'ENTStructureJointure=52001,ou=ailleurs'],
])('a school is named by %s', (_what, reference) => {
  expect(schools.named(reference)).toBe('0999991A');
  expect(schools.named(reference)).toBe('0999991A');
});

test.each(['0999993C', '52002', '', STRUCTURES, 'ou=0999993C,dc=ent', 'ou=0999991A\\', '*'])(
  'L2: "%s" names none of them',
  (reference) => expect(schools.named(reference)).toBeUndefined(),
);

test('the school above an entry; a comma in a name opens no branch (L2)', () => {
  expect(schools.above('uid=a,ou=people,ou=0999992B,dc=ent,dc=example')).toBe('0999992B');
  expect(schools.above('uid=a,ou=0999992B,dc=ent,dc=example')).toBe('0999992B');
  expect(schools.above('ou=0999992B,dc=ent,dc=example')).toBeUndefined();
  expect(schools.above('uid=a\\,ou=0999992B,dc=ent,dc=example')).toBeUndefined();
});
