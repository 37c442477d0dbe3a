// SPDX-License-Identifier: EUPL-1.2
import { nameInUrl } from './referral.js';

test.each([
  ['ldap://other.example.org/ou=eleves,ou=0999991A,o=gouv,c=fr??sub', 'ou=eleves,ou=0999991A,o=gouv,c=fr'],
  ['ldaps://other.example.org:636/ou=L%C3%A9a%2C%20o=gouv', 'ou=Léa, o=gouv'],
  ['ldap://other.example.org/', undefined],
  ['ldap://other.example.org', undefined],
  ['ldap://other.example.org/ou=%E9', undefined],
  ['https://other.example.org/ou=eleves', undefined],
  ['', undefined],
])('%s names the entry %s', (url, name) => {
  expect(nameInUrl(url)).toBe(name);
});
