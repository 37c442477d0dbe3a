// SPDX-License-Identifier: EUPL-1.2
import ldap from 'ldapjs';
import type { LdapFilter } from './ldapjs-server.js';
import { matchesFilter } from './matches-filter.js';

const entry = {
  dn: 'cn=6e A,o=gouv,c=fr',
  attributes: {
    objectClass: ['posixGroup'],
    cn: ['6e A'],
    description: ['Élèves (de 6e*)'],
    memberUid: ['ines.renaud'],
    niveau: ['6'],
    userPassword: ['volee'],
  },
};

test.each([
  ['(objectClass=*)', true],
  ['(OBJECTCLASS=posixgroup)', true],
  ['(cn=6E  a)', true],
  ['(CN=6e*)', true],
  ['(cn=*a)', true],
  ['(cn=*x*)', false],
  ['(cn=6*E*a)', true],
  ['(cn=e*)', false], // anchored at the start
  ['(cn=*e)', false], // and at the end
  ['(description=élèves*)', true],
  ['(description=*\\28de 6e\\2a\\29)', true],
  ['(description=*de.6e*)', false], // a dot stands for itself
  ['(memberuid=ines.renaud)', true],
  ['(memberUid=Ines.Renaud)', false], // caseExactIA5Match, RFC 2307
  ['(&(cn=6e A)(niveau=6))', true],
  ['(&(cn=6e A)(niveau=5))', false],
  ['(|(cn=x)(niveau=6))', true],
  ['(!(cn=6e A))', false],
  ['(!(mail=*))', true],
  ['(niveau>=5)', true],
  ['(niveau<=5)', false],
  ['(userPassword=volee)', false], // nobody finds out a password by searching
  ['(userPassword=*)', false],
])('%s → %s', (text, expected) => {
  expect(matchesFilter(entry, ldap.parseFilter(text) as unknown as LdapFilter)).toBe(expected);
});
