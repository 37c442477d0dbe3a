// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { Entry } from '../entry.js';
import { parts, valueOf, valuesOf } from '../values.js';
import { classOf, groupOf, inGroup, isNamed, type NamedGroup } from './group.js';
import { NOTHING, type EntryRecords, type Surroundings } from './entry-records.js';
import { mapPerson } from './person.js';

/** Codes of functions of teachers and of school heads. All other functions are staff. */
const TEACHERS: ReadonlySet<string> = new Set(['ENS', 'DOC', 'RPL', 'UPI', 'FCA', 'FCP', 'FIJ', 'IS', 'ISES', 'PPA']);
const HEADS: ReadonlySet<string> = new Set(['DIR', 'DEC', 'DECPR']);

/** A person who works in schools: the profiles in each imported school, and the classes and groups taught. */
export function mapStaff(entry: Entry, { schools }: Surroundings): EntryRecords {
  const profiles = profilesOf(entry);
  const teaches = [...profiles.values()].some((held) => held.has('teacher'));
  const groups = teaches ? groupsOf(entry) : [];
  for (const { structure } of groups) add(profiles, structure, 'teacher');

  const served = [...profiles].flatMap(([structure, held]) => {
    const uai = schools.get(structure);
    return uai === undefined ? [] : [{ uai, held }];
  });
  const home = served[0]?.uai;
  if (home === undefined) return NOTHING;
  const persons = served.flatMap(({ uai, held }) => [...held].flatMap((one) => mapPerson(entry, one, uai) ?? []));
  const teams = groups.flatMap((group) => {
    const uai = schools.get(group.structure);
    return uai === undefined ? [] : inGroup(group, uai, entry.key, 'teacher');
  });
  return { home, records: persons.length === 0 ? [] : [...persons, ...teams] };
}

/** By key of the school. A head or teacher is not also counted as staff of the same school. */
function profilesOf(entry: Entry): Map<string, Set<Profile>> {
  const profiles = new Map<string, Set<Profile>>();
  const own = valueOf(entry, 'ENTPersonStructRattach');
  for (const value of valuesOf(entry, 'ENTPersonFonctions')) {
    const [structure = '', code = ''] = parts(value);
    add(profiles, structure, profileOf(code.toUpperCase()));
  }
  if (own !== undefined && valuesOf(entry, 'ENTEnsFonctionDir').some((value) => parts(value).at(-1) === 'O')) {
    add(profiles, own, 'head');
  }
  if (own !== undefined && profiles.size === 0) add(profiles, own, 'staff');
  for (const held of profiles.values()) if (held.size > 1) held.delete('staff');
  return profiles;
}

function profileOf(code: string): Profile {
  if (HEADS.has(code)) return 'head';
  return TEACHERS.has(code) ? 'teacher' : 'staff';
}

function add(profiles: Map<string, Set<Profile>>, structure: string, profile: Profile): void {
  const held = profiles.get(structure) ?? new Set();
  profiles.set(structure, held.add(profile));
}

function groupsOf(entry: Entry): NamedGroup[] {
  const of = (...names: string[]): string[] => [...new Set(names.flatMap((name) => valuesOf(entry, name)))];
  return [
    ...of('ENTAuxEnsClassesMatieres', 'ENTAuxEnsClasses', 'ENTAuxEnsClassesPrincipal').map(classOf),
    ...of('ENTAuxEnsGroupesMatieres', 'ENTAuxEnsGroupes').map(groupOf),
  ].filter(isNamed);
}
