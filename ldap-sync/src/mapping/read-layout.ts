// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '@volee/core-adapter';
import type { DirectoryRecord, MembershipRecord } from '@volee/core-adapter/directory';
import { EntrySum } from '../ldap/entry-sum.js';
import type { LdapDirectory, LdapEntry } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import type { FoundSchool, Layout, Meaning, Survey } from './layout.js';
import { LoginKeys } from './login-keys.js';
import { NamedGroups } from './named-groups.js';
import { UnreadSchools } from './unread-schools.js';
import type { PupilClass } from './mapped-entry.js';
import { groupKey } from './values.js';

/** The classes that pupils' own entries name, until a class group names the pupil: then they say nothing new. */
class PupilClasses {
  readonly #bySchool = new Map<string, Map<string, string>>();

  add({ uai, name, pupil }: PupilClass): void {
    const school = this.#bySchool.get(uai) ?? new Map<string, string>();
    this.#bySchool.set(uai, school.set(pupil, name));
  }

  /** A group of kind class names this pupil. */
  forget(uai: string, pupil: string): void {
    this.#bySchool.get(uai)?.delete(pupil);
  }

  /**
   * The remaining records of a school: classes without a group entry, then memberships.
   * @param known the groups of the school by key; grows by the new classes
   */
  *records(uai: string, known: Set<string>): Generator<DirectoryRecord, void, undefined> {
    for (const [person, name] of this.#bySchool.get(uai) ?? []) {
      const group = groupKey(name);
      if (!known.has(group)) {
        known.add(group);
        yield { type: 'group', uai, key: group, kind: 'class', name };
      }
      yield { type: 'membership', uai, group, person, role: 'member' };
    }
  }
}

/** The maximum number of DNs in the log for each reason; the rest is only counted. */
const EXAMPLES = 5;

/** Counts what is left out, so that a directory full of faults does not fill the log. */
class Problems {
  readonly #byReason = new Map<string, { count: number; examples: string[] }>();

  add(reasons: readonly string[], dn: string): void {
    for (const reason of reasons) {
      const seen = this.#byReason.get(reason) ?? { count: 0, examples: [] };
      seen.count += 1;
      if (seen.examples.length < EXAMPLES) seen.examples.push(dn);
      this.#byReason.set(reason, seen);
    }
  }

  /** One warning for each reason. */
  report(log: Log, source: string): void {
    for (const [reason, { count, examples }] of this.#byReason) {
      log.warn({ source, reason, count, examples }, 'entries of the directory were left out');
    }
  }
}

interface Later<M> {
  readonly dn: string;
  readonly meaning: M;
}

/** Kept until the end: keys, names of classes, and the groups and guardians who refer to people further down. */
interface Memory {
  readonly keys: LoginKeys;
  readonly classes: PupilClasses;
  readonly named: NamedGroups;
  readonly problems: Problems;
  readonly unread: UnreadSchools;
  /** By UAI. */
  readonly groups: Map<string, Later<Extract<Meaning, { kind: 'group' }>>[]>;
  readonly guardians: Later<Meaning>[];
}

/**
 * Reads a whole directory: schools, people, then the groups of each school. Entries that cannot be used are logged at the end. When a
 * part on another server clearly belongs to one school, that school is reported as unread.
 * @param seen receives each school and the name of each entry
 * @throws UnavailableError when the answer is incomplete for more than a single school
 */
export async function* readLayout(
  layout: Layout,
  directory: LdapDirectory,
  settings: Pick<NamedDirectory, 'name' | 'baseDn' | 'keyAttribute' | 'schools'>,
  log: Log,
  seen: Pick<EntrySum, 'add'> = new EntrySum(),
): AsyncGenerator<readonly DirectoryRecord[], void, undefined> {
  const { schools, contents, elsewhere } = await layout.survey(directory, settings);
  const memory: Memory = {
    keys: new LoginKeys(settings.keyAttribute ?? layout.login, layout.login),
    classes: new PupilClasses(),
    named: new NamedGroups(),
    problems: new Problems(),
    unread: new UnreadSchools(elsewhere),
    groups: new Map(),
    guardians: [],
  };
  logAbsentSchools(schools, settings, memory);
  yield schools.map(({ record }) => record);
  for (const { record } of schools) seen.add(JSON.stringify(record));
  for (const content of contents) {
    const { understand } = content;
    for await (const batch of directory.searchInBatches(memory.unread.searchOf(content))) {
      const records: DirectoryRecord[] = [];
      for (const entry of batch) {
        seen.add(entry.dn);
        for (const record of readEntry(entry, understand(entry), memory)) records.push(record);
      }
      yield records;
    }
  }
  yield memory.unread.records();
  for (const { dn, meaning } of memory.guardians) yield [...personRecords(dn, meaning, memory)];
  for (const school of schools) yield [...groupRecords(school, memory)];
  memory.problems.report(log, settings.name);
}

function logAbsentSchools(
  schools: Survey['schools'],
  { schools: overrides }: Pick<NamedDirectory, 'schools'>,
  { problems, unread }: Memory,
): void {
  const found = new Set(schools.map(({ record }) => record.uai));
  for (const uai of Object.keys(overrides)) {
    if (!found.has(uai) && !unread.has(uai))
      problems.add(['a school of the settings that the directory does not have'], uai);
  }
}

/** The records that can be sent at once. */
function* readEntry(
  entry: LdapEntry,
  meaning: Meaning | undefined,
  memory: Memory,
): Generator<DirectoryRecord, void, undefined> {
  if (meaning?.kind === 'group') keepGroup(entry, meaning, memory);
  else if (meaning?.namesOthers) memory.guardians.push({ dn: entry.dn, meaning });
  else if (meaning) yield* personRecords(entry.dn, meaning, memory);
}

function keepGroup({ dn }: LdapEntry, meaning: Extract<Meaning, { kind: 'group' }>, { groups }: Memory): void {
  const ofSchool = groups.get(meaning.uai) ?? [];
  groups.set(meaning.uai, ofSchool);
  ofSchool.push({ dn, meaning });
}

function* personRecords(
  dn: string,
  meaning: Meaning,
  { keys, classes, named, problems }: Memory,
): Generator<DirectoryRecord, void, undefined> {
  const mapped = meaning.map(keys);
  for (const record of mapped.records) {
    if (record.type === 'person') keys.remember(record.login, record.key);
    yield record;
  }
  for (const one of mapped.classes ?? []) classes.add(one);
  for (const one of mapped.groups ?? []) named.add(one);
  problems.add(mapped.problems ?? [], dn);
}

/** Teams come last: they refer to classes and options, which may stand further down in the directory. */
function* groupRecords(
  { record: { uai }, groupsAt }: FoundSchool,
  { keys, classes, named, problems, unread, groups }: Memory,
): Generator<DirectoryRecord, void, undefined> {
  const known = new Set<string>();
  const teams: MembershipRecord[] = [];
  const ofSchool = groups.get(uai) ?? [];
  for (const { dn, meaning } of ofSchool) {
    const mapped = meaning.map(keys);
    problems.add(mapped.problems ?? [], dn);
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
  // Skipped for unread schools: their groups may be among the unread entries, and groups made from persons' entries hold less.
  if (!unread.has(uai)) {
    if (groupsAt !== undefined && ofSchool.length === 0)
      problems.add(['a school with an absent, empty or unreadable branch of groups'], groupsAt);
    yield* classes.records(uai, known);
    yield* named.records(uai, known);
  }
  yield* teams;
}
