// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, Log, MembershipRecord, SchoolRecord } from '@volee/core-adapter';

import type { LdapDirectory, LdapEntry } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import { LoginKeys } from './login-keys.js';
import { Places } from './places.js';
import { Problems } from './problems.js';
import { PupilClasses } from './pupil-classes.js';
import { mapScribe, type Place } from './scribe.js';
import { mapSchool } from './scribe-school.js';
import { academySearch, contentSearch, schoolSearch } from './scribe-tree.js';

interface FoundSchool {
  readonly dn: string;
  readonly record: SchoolRecord;
}

/** What is remembered to the end: keys and names of classes; groups, which speak of persons further down. */
interface Memory {
  readonly keys: LoginKeys;
  readonly classes: PupilClasses;
  readonly problems: Problems;
  readonly later: Later;
}

/** What can be understood only once everybody is known. */
interface Later {
  /** By UAI. */
  readonly groups: Map<string, LdapEntry[]>;
  /** Their children may stand further down, when a login does not tell the key. */
  readonly guardians: { readonly entry: LdapEntry; readonly place: Place }[];
}

/** Reads a whole Scribe: schools, persons as they come, then the groups of each school. What cannot be used is told at the end. */
export async function* readScribe(
  directory: LdapDirectory,
  settings: Pick<NamedDirectory, 'name' | 'baseDn' | 'keyAttribute' | 'schools'>,
  log: Log,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  const memory: Memory = {
    keys: new LoginKeys(settings.keyAttribute),
    classes: new PupilClasses(),
    problems: new Problems(),
    later: { groups: new Map(), guardians: [] },
  };
  const { academies, schools } = await findSchools(directory, settings, memory);
  for (const { record } of schools) yield record;
  const places = new Places(schools.map(({ dn, record: { uai } }) => ({ dn, uai })));
  for (const academy of academies) yield* readPersons(directory, academy, places, memory);
  for (const { entry, place } of memory.later.guardians) yield* personRecords(entry, place, memory);
  for (const school of schools) yield* groupRecords(school, memory);
  memory.problems.report(log, settings.name);
}

async function findSchools(
  directory: LdapDirectory,
  { baseDn, schools: overrides }: Pick<NamedDirectory, 'baseDn' | 'schools'>,
  { problems }: Memory,
): Promise<{ academies: readonly string[]; schools: readonly FoundSchool[] }> {
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
  return { academies, schools };
}

async function* readPersons(
  directory: LdapDirectory,
  academy: string,
  places: Places,
  memory: Memory,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  const { keys, later } = memory;
  for await (const entry of directory.search(contentSearch(academy, keys.attribute))) {
    const place = places.of(entry.dn);
    if (place === undefined) continue;
    if (place.branch === 'groupes') {
      const groups = later.groups.get(place.uai) ?? [];
      later.groups.set(place.uai, groups);
      groups.push(entry);
    } else if (place.branch === 'responsables' && !keys.loginIsKey) {
      later.guardians.push({ entry, place });
    } else if (isAccount(entry)) {
      yield* personRecords(entry, place, memory);
    }
  }
}

/** A role or a device may have a `cn` alone. */
function isAccount({ attributes }: LdapEntry): boolean {
  return attributes.has('uid') || attributes.has('sn');
}

function* personRecords(
  entry: LdapEntry,
  place: Place,
  { keys, classes, problems }: Memory,
): Generator<DirectoryRecord, void, undefined> {
  const mapped = mapScribe(entry, place, keys);
  for (const record of mapped.records) {
    if (record.type === 'person') keys.remember(record.login, record.key);
    yield record;
  }
  for (const one of mapped.classes ?? []) classes.add(one);
  problems.add(mapped.problems ?? [], entry.dn);
}

/** Teams come last: they speak of classes and options, which may stand further down in the directory. */
function* groupRecords(
  { dn, record: { uai } }: FoundSchool,
  { keys, classes, problems, later }: Memory,
): Generator<DirectoryRecord, void, undefined> {
  const known = new Set<string>();
  const teams: MembershipRecord[] = [];
  const entries = later.groups.get(uai) ?? [];
  for (const entry of entries) {
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
  if (entries.length === 0)
    problems.add(['a school whose branch of groups is absent, empty or not readable'], `ou=groupes,${dn}`);
  yield* classes.records(uai, known);
  yield* teams;
}
