// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, Log, MembershipRecord, SchoolRecord } from '@volee/core-adapter';

import type { LdapDirectory } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import { LoginKeys } from './login-keys.js';
import { Problems } from './problems.js';
import { PupilClasses } from './pupil-classes.js';
import { mapScribe } from './scribe.js';
import { mapSchool } from './scribe-school.js';
import {
  academySearch,
  groupSearch,
  PERSON_BRANCHES,
  personSearch,
  schoolSearch,
  type PersonBranch,
} from './scribe-tree.js';

interface FoundSchool {
  readonly dn: string;
  readonly record: SchoolRecord;
}

/** What is remembered from one branch to the next: keys and names of classes, never entries. */
interface Memory {
  readonly keys: LoginKeys;
  readonly classes: PupilClasses;
  readonly problems: Problems;
}

/** Reads a whole Scribe: schools, then pupils, staff and guardians of each, then groups. What cannot be used is told at the end. */
export async function* readScribe(
  directory: LdapDirectory,
  settings: Pick<NamedDirectory, 'name' | 'baseDn' | 'keyAttribute' | 'schools'>,
  log: Log,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  const memory = { keys: new LoginKeys(settings.keyAttribute), classes: new PupilClasses(), problems: new Problems() };
  const schools = await findSchools(directory, settings, memory);
  for (const { record } of schools) yield record;
  for (const branch of PERSON_BRANCHES) {
    for (const school of schools) yield* readPersons(directory, school, branch, memory);
  }
  for (const school of schools) yield* readGroups(directory, school, memory);
  memory.problems.report(log, settings.name);
}

async function findSchools(
  directory: LdapDirectory,
  { baseDn, schools: overrides }: Pick<NamedDirectory, 'baseDn' | 'schools'>,
  { problems }: Memory,
): Promise<FoundSchool[]> {
  const academies: string[] = [];
  for await (const { dn } of directory.search(academySearch(baseDn))) academies.push(dn);

  const schools: FoundSchool[] = [];
  for (const academy of academies) {
    for await (const entry of directory.search(schoolSearch(academy))) {
      const record = mapSchool(entry, overrides);
      if (record) schools.push({ dn: entry.dn, record });
    }
  }
  const found = new Set(schools.map(({ record }) => record.uai));
  for (const uai of Object.keys(overrides)) {
    if (!found.has(uai)) problems.add(['a school of the settings that the directory does not have'], uai);
  }
  return schools;
}

async function* readPersons(
  directory: LdapDirectory,
  { dn, record: { uai } }: FoundSchool,
  branch: PersonBranch,
  { keys, classes, problems }: Memory,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  for await (const entry of directory.search(personSearch(dn, branch, keys.attribute))) {
    const mapped = mapScribe(entry, { branch, uai }, keys);
    for (const record of mapped.records) {
      if (record.type === 'person') keys.remember(record.login, record.key);
      yield record;
    }
    for (const one of mapped.classes ?? []) classes.add(one);
    problems.add(mapped.problems ?? [], entry.dn);
  }
}

/** Teams come last: they speak of classes and options, which may stand further down in the directory. */
async function* readGroups(
  directory: LdapDirectory,
  { dn, record: { uai } }: FoundSchool,
  { keys, classes, problems }: Memory,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  const known = new Set<string>();
  const teams: MembershipRecord[] = [];
  const search = groupSearch(dn);
  let isEmpty = true;
  for await (const entry of directory.search(search)) {
    isEmpty = false;
    const mapped = mapScribe(entry, { branch: 'groupes', uai }, keys);
    problems.add(mapped.problems ?? [], entry.dn);
    const isClass = mapped.records.some((record) => record.type === 'group' && record.kind === 'class');
    for (const record of mapped.records) {
      if (record.type === 'membership' && record.role === 'teacher') {
        teams.push(record);
        continue;
      }
      if (record.type === 'membership' && isClass) classes.forget(uai, record.person);
      if (record.type === 'group') known.add(record.key);
      yield record;
    }
  }
  if (isEmpty) problems.add(['a school whose branch of groups is absent, empty or not readable'], search.base);
  yield* classes.records(uai, known);
  yield* teams;
}
