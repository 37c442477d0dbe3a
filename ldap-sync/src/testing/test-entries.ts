// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap/ldap-entry.js';

export interface TestEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, string[]>>;
}

export const EDUCATION = 'ou=education,o=gouv,c=fr';
export const ACADEMY = `ou=ac-test,${EDUCATION}`;
export const TILLEULS = `ou=0999991A,${ACADEMY}`;
export const RIVIERES = `ou=0999992B,${ACADEMY}`;

type Values = Readonly<Record<string, string | string[]>>;

/** An entry in the form that the reader gives to the mapping. */
export function ldapEntry(dn: string, values: Values): LdapEntry {
  const attributes = Object.entries(values).map(([name, value]) => [name.toLowerCase(), [value].flat()] as const);
  return { dn, attributes: new Map(attributes) };
}

export function entry(dn: string, values: Values): TestEntry {
  const attributes = Object.entries(values).map(([name, value]) => [name, [value].flat()]);
  return { dn, attributes: Object.fromEntries(attributes) };
}

export function unit(dn: string, values: Values = {}): TestEntry {
  const ou = /^ou=([^,]+)/.exec(dn)?.[1] ?? '';
  return entry(dn, { objectClass: ['top', 'organizationalUnit'], ou, ...values });
}

export function person(school: string, branch: string, uid: string, values: Values = {}): TestEntry {
  const sn = uid.split('.').at(-1)?.toUpperCase() ?? uid;
  return entry(personDn(school, branch, uid), { objectClass: ['top', 'inetOrgPerson'], uid, sn, ...values });
}

export function personDn(school: string, branch: string, uid: string): string {
  return `uid=${uid},ou=local,ou=${branch},ou=utilisateurs,${school}`;
}

export function group(school: string, cn: string, type: string, members: string[], values: Values = {}): TestEntry {
  const own = { ...(type ? { type } : {}), ...(members.length > 0 ? { memberUid: members } : {}) };
  return entry(`cn=${cn},ou=local,ou=groupes,${school}`, { objectClass: ['top', 'posixGroup'], cn, ...own, ...values });
}

/** The containers of a school, without people. */
export function schoolTree(dn: string, values: Values = {}): TestEntry[] {
  const branches = ['eleves', 'personnels', 'responsables'].map((branch) => `ou=${branch},ou=utilisateurs,${dn}`);
  const tops = [`ou=utilisateurs,${dn}`, ...branches, `ou=groupes,${dn}`];
  const locals = [...branches, `ou=groupes,${dn}`].map((branch) => `ou=local,${branch}`);
  return [unit(dn, values), ...[...tops, ...locals].map((one) => unit(one))];
}

/** Two schools (invented people): one family has a child in each, and one teacher works in both. */
export function twoSchools(): TestEntry[] {
  return [
    entry('o=gouv,c=fr', { objectClass: ['top', 'organization'], o: 'gouv' }),
    unit(EDUCATION),
    unit(ACADEMY),
    ...schoolTree(TILLEULS, { description: 'École des Tilleuls' }),
    ...schoolTree(RIVIERES, { description: 'Collège des Trois Rivières' }),
    person(TILLEULS, 'eleves', 'Lea.Martin', {
      givenName: 'Léa',
      ENTEleveClasses: `${TILLEULS}$CM2 A`,
      Divcod: 'CM2 A',
    }),
    person(RIVIERES, 'eleves', 'tom.martin', { givenName: 'Tom', ENTPersonProfils: 'National_ELV', Divcod: '6B' }),
    person(TILLEULS, 'personnels', 'paul.durand', { ENTPersonProfils: 'enseignant', Divcod: 'CM2 A', typeadmin: '2' }),
    person(RIVIERES, 'personnels', 'zoe.leroy', { ENTPersonProfils: 'administratif' }),
    person(TILLEULS, 'responsables', 'anne.martin', {
      ENTAuxPersRelEleveEleve: [personDn(TILLEULS, 'eleves', 'lea.martin'), personDn(RIVIERES, 'eleves', 'tom.martin')],
    }),
    group(TILLEULS, 'profs-CM2 A', 'Equipe', ['paul.durand']),
    group(TILLEULS, 'CM2 A', 'Classe', ['lea.martin', 'paul.parti']),
    group(TILLEULS, 'eleves', 'Base', ['lea.martin']),
    group(RIVIERES, 'higeo', 'Matiere', ['Paul.Durand'], { description: 'Histoire-géographie' }),
  ];
}
