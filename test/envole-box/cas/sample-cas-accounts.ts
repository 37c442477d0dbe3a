// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import { sampleAccounts, samplePeople, sampleSchools } from '../sample/sample-people.js';
import { scribeEntries } from '../sample/scribe-entries.js';
import type { CasAccount } from './cas-account.js';

/** The attributes released to services, taken from the person's entry under the same names. */
const RELEASED = ['uid', 'displayName', 'sn', 'givenName', 'mail', 'ENTPersonProfils', 'Divcod', 'Meflcf'];

/** An account for each sample person, with those to try first at the top. */
export function sampleCasAccounts(): CasAccount[] {
  const entries = scribeEntries();
  const featured = sampleAccounts.map((person) => person.login);
  const rest = samplePeople.filter((person) => !featured.includes(person.login));
  return [...sampleAccounts, ...rest].map(({ login, displayName, role, uai }) => {
    const school = sampleSchools.find((candidate) => candidate.uai === uai)?.name ?? '';
    return {
      login,
      displayName,
      role,
      school,
      isFeatured: featured.includes(login),
      // `user_groups`, `rne` and `nom_etab` are calculated by EoleSSO.
      attributes: {
        ...released(entries, login),
        user_groups: groupsOf(entries, login),
        rne: [uai],
        nom_etab: [school],
      },
    };
  });
}

function released(entries: readonly LdapEntry[], login: string): Record<string, string[]> {
  const entry = entries.find(({ attributes }) => attributes['uid']?.[0]?.toLowerCase() === login);
  const pairs = RELEASED.map((name) => [name, entry?.attributes[name] ?? []] as const);
  return Object.fromEntries(pairs.filter(([, values]) => values.length > 0));
}

function groupsOf(entries: readonly LdapEntry[], login: string): string[] {
  return entries
    .filter(({ attributes }) => attributes['memberUid']?.includes(login))
    .flatMap(({ attributes }) => attributes['cn'] ?? []);
}
