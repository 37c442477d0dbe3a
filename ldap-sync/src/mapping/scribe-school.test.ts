// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry, RIVIERES, TILLEULS } from '../testing/test-entries.js';
import { mapSchool, uaiOf } from './scribe-school.js';

test('the first name that the directory knows', () => {
  const names = { displayName: 'École des Tilleuls', description: 'EEPU Tilleuls', o: 'Tilleuls' };

  expect(mapSchool(ldapEntry(TILLEULS, names), {})).toEqual({
    type: 'school',
    uai: '0999991A',
    name: 'École des Tilleuls',
    kind: 'primary',
  });
  expect(mapSchool(ldapEntry(TILLEULS, { ...names, displayName: ' ' }), {})?.name).toBe('EEPU Tilleuls');
  expect(mapSchool(ldapEntry(TILLEULS, { o: 'E\u0301cole ' }), {})?.name).toBe('\u00c9cole');
  expect(mapSchool(ldapEntry(RIVIERES, {}), {})?.name).toBe('0999992B');
});

test.each([
  [{ description: 'Collège des Rivières' }, 'college'],
  [{ description: 'COLLEGE DES RIVIERES' }, 'college'],
  [{ description: 'Colle\u0300ge des Rivières' }, 'college'],
  [{ description: 'École des Rivières' }, 'primary'],
  [{ description: 'Les Rivières', ENTStructureTypeStruct: 'COLLEGE' }, 'college'],
  [{ description: 'École du Collège', ENTStructureTypeStruct: 'ECOLE ELEMENTAIRE' }, 'primary'],
  [{}, 'primary'],
])('%j is a %s', (values, kind) => {
  expect(mapSchool(ldapEntry(RIVIERES, values), {})?.kind).toBe(kind);
});

test('the settings have the last word, on the name, on the kind, on both, for one school alone', () => {
  const entry = ldapEntry(RIVIERES, { description: 'Collège' });

  expect(mapSchool(entry, { '0999992B': { name: 'Trois Rivières' } })).toMatchObject({
    name: 'Trois Rivières',
    kind: 'primary',
  });
  expect(mapSchool(entry, { '0999992B': { kind: 'primary' } })).toMatchObject({ name: 'Collège', kind: 'primary' });
  expect(mapSchool(entry, { '0999991A': { name: 'Tilleuls', kind: 'primary' } })).toMatchObject({
    name: 'Collège',
    kind: 'college',
  });
});

test.each(['ou=ressources', 'ou=099999', 'ou=09999991A', 'ou=0999991AB', 'cn=0999991A', 'ou=', 'not a name'])(
  '%s is no school',
  (dn) => {
    expect(mapSchool(ldapEntry(dn === 'not a name' ? dn : `${dn},o=gouv`, { description: 'x' }), {})).toBeUndefined();
  },
);

test('a UAI is written in capitals, whatever the directory does', () => {
  expect(uaiOf('OU=0999991a,o=gouv')).toBe('0999991A');
});
