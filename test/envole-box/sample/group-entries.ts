// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import type { Person } from './persons.js';
import type { ClassSheet, Level, SchoolSheet } from './school-sheet.js';
import { groupDn } from './tree.js';

interface Group {
  cn: string;
  type?: string | undefined;
  description: string;
  niveau?: string | undefined;
  members: string[];
}

// In a primary school `cn=cm1` would be the class `cn=CM1` again: names are compared without case.
const LEVEL_NAMES: Record<Level, string> = { ce2: 'niveau-ce2', cm1: 'niveau-cm1', cm2: 'niveau-cm2', '6e': '6eme' };

/**
 * The groups of one school, all in its flat branch `ou=local,ou=groupes`.
 * @param firstNumber `gidNumber` of the first group.
 */
export function groupEntries(school: SchoolSheet, people: readonly Person[], firstNumber: number): LdapEntry[] {
  const groups = [...baseGroups(people), ...levelGroups(people), ...classGroups(school, people), ...ownGroups(school)];
  return groups.map((group, index) => groupEntry(school, group, firstNumber + index));
}

function baseGroups(people: readonly Person[]): Group[] {
  const base = (cn: string, profile: Person['profile']): Group => ({
    cn,
    type: 'Base',
    description: `Groupe ${cn}`,
    members: loginsOf(people.filter((person) => person.profile === profile)),
  });
  return [base('eleves', 'eleve'), base('professeurs', 'enseignant'), base('administratifs', 'administratif')];
}

function levelGroups(people: readonly Person[]): Group[] {
  const levels = new Set(people.flatMap((person) => person.level ?? []));
  return [...levels].map((level) => ({
    cn: LEVEL_NAMES[level],
    type: 'Niveau',
    description: `Niveau ${LEVEL_NAMES[level].replace('niveau-', '')}`,
    members: loginsOf(people.filter((person) => person.level === level)),
  }));
}

function classGroups(school: SchoolSheet, people: readonly Person[]): Group[] {
  return school.classes.flatMap(({ name, team, pupils }: ClassSheet) => {
    const level = pupils.at(-1)?.level; // a class has one `niveau`; its pupils' own is in `Meflcf`
    const niveau = level && LEVEL_NAMES[level];
    const members = loginsOf(people.filter((person) => person.className === name));
    return [{ cn: name, type: 'Classe', description: `Classe ${name}`, niveau, members }, teamOf(name, team)];
  });
}

function ownGroups(school: SchoolSheet): Group[] {
  return school.groups.flatMap(({ name, team, ...group }) => [
    { cn: name, ...group },
    ...(team ? [teamOf(name, team)] : []),
  ]);
}

function teamOf(name: string, members: string[]): Group {
  return { cn: `profs-${name}`, type: 'Equipe', description: `Equipe profs-${name}`, members };
}

function loginsOf(people: readonly Person[]): string[] {
  return people.map((person) => person.login);
}

function groupEntry(school: SchoolSheet, group: Group, number: number): LdapEntry {
  return {
    dn: groupDn(school, group.cn),
    attributes: {
      objectClass: ['top', 'posixGroup', 'eolegroupe'],
      cn: [group.cn],
      gidNumber: [String(number)],
      displayName: [group.cn],
      description: [group.description],
      ...(group.type ? { type: [group.type] } : {}),
      ...(group.niveau ? { niveau: [group.niveau] } : {}),
      ...(group.members.length > 0 ? { memberUid: group.members } : {}), // LDAP has no empty attribute
    },
  };
}
