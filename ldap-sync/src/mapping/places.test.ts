// SPDX-License-Identifier: EUPL-1.2
import { ACADEMY, personDn, RIVIERES, TILLEULS } from '../testing/test-entries.js';
import { Places } from './places.js';

const places = new Places([
  { dn: TILLEULS, uai: '0999991A' },
  { dn: RIVIERES, uai: '0999992B' },
]);

test.each([
  [personDn(TILLEULS, 'eleves', 'lea.martin'), { uai: '0999991A', branch: 'eleves' }],
  [personDn(RIVIERES, 'personnels', 'zoe.leroy'), { uai: '0999992B', branch: 'personnels' }],
  [`uid=anne,ou=responsables,ou=utilisateurs,${TILLEULS}`, { uai: '0999991A', branch: 'responsables' }],
  [`cn=6B,ou=local,ou=groupes,${RIVIERES}`, { uai: '0999992B', branch: 'groupes' }],
  [`cn=a,ou=deep,ou=down,ou=groupes,${RIVIERES}`, { uai: '0999992B', branch: 'groupes' }],
  // As slapd and an AD write the same names.
  [
    `UID=lea.martin,OU=local,OU=Eleves, OU=utilisateurs,${TILLEULS.toUpperCase()}`,
    { uai: '0999991A', branch: 'eleves' },
  ],
])('%s', (dn, place) => {
  expect(places.of(dn)).toEqual(place);
  expect(places.of(dn)).toEqual(place);
});

test.each([
  ['a school that is not among them', personDn(`ou=0999993C,${ACADEMY}`, 'eleves', 'x')],
  ['a school below another thing', personDn(`ou=0999991A,ou=archives,${ACADEMY}`, 'eleves', 'x')],
  ['another branch of people', personDn(TILLEULS, 'invites', 'x')],
  ['computers', `cn=pc1,ou=eleves,ou=ordinateurs,${TILLEULS}`],
  ['the school itself', TILLEULS],
  ['what stands directly below a school', `cn=x,${TILLEULS}`],
  ['the branch of people', `cn=x,ou=utilisateurs,${TILLEULS}`],
  ['a DN that is none', `cn=x,eleves\\,ou=utilisateurs,${TILLEULS}\\`],
])('nowhere: %s', (_what, dn) => {
  expect(places.of(dn)).toBeUndefined();
});

test('L2: an escaped comma opens no branch', () => {
  expect(places.of(`cn=x\\,ou=eleves\\,ou=utilisateurs,${TILLEULS}`)).toBeUndefined();
  expect(places.of(`uid=a\\,b,ou=local,ou=eleves,ou=utilisateurs,${TILLEULS}`)).toMatchObject({ branch: 'eleves' });
  expect(places.of(`uid=a\\\\,ou=local,ou=eleves,ou=utilisateurs,${TILLEULS}`)).toMatchObject({ branch: 'eleves' });
});
