// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import type { Entry } from '../entry.js';
import type { Problems } from '../problems.js';
import { mapGuardian } from './guardian.js';
import { Identities } from './identities.js';
import type { EntryRecords, Surroundings } from './entry-records.js';
import { mapPupil } from './pupil.js';
import { academyOf, mapSchool } from './school.js';
import { mapStaff } from './staff.js';

export interface MappingOptions {
  /** `2026-11-24`, in France. */
  readonly today: string;
  /** UAIs of the schools to import; all when absent. */
  readonly schools?: readonly string[];
  readonly levels?: readonly string[];
}

/** An entry and its records. */
export interface MappedEntry extends EntryRecords {
  readonly entry: Entry;
}

const MAPPERS = { Eleve: mapPupil, PersRelEleve: mapGuardian, PersEducNat: mapStaff } as const;

/**
 * The records of an export, school by school and person by person.
 * @param entries schools first, then pupils, then guardians, then staff
 * @throws InputError when two academies are mixed, or one key stands for two people
 */
export async function* mapEntries(
  entries: AsyncIterable<Entry>,
  options: MappingOptions,
  problems: Problems,
): AsyncGenerator<MappedEntry, void, undefined> {
  const schools = new Map<string, string>();
  const surroundings: Surroundings = { ...options, schools, guardians: new Map() };
  const academies = new Set<string>();
  const identities = new Identities();
  const isNew = onceEach();
  for await (const entry of entries) {
    if (entry.category === 'EtabEducNat') {
      const mapped = schoolIn(entry, options);
      if (mapped.home !== undefined) {
        schools.set(entry.key, mapped.home);
        checkAcademies(academies.add(academyOf(entry) ?? ''));
      }
      yield { entry, ...mapped };
      continue;
    }
    const mapped = MAPPERS[entry.category](entry, surroundings);
    if (mapped.home !== undefined) {
      identities.check(entry);
      if (mapped.records.length === 0) problems.add('entries of people who left, or have no name', entry.key);
    }
    yield { entry, ...mapped, records: mapped.records.filter(isNew) };
  }
}

function schoolIn(entry: Entry, { schools }: MappingOptions): EntryRecords {
  const school = mapSchool(entry);
  const isServed = school !== undefined && (schools?.includes(school.uai) ?? true);
  return isServed ? { home: school.uai, records: [school] } : { records: [] };
}

function checkAcademies(academies: ReadonlySet<string>): void {
  if (academies.size < 2) return;
  throw new InputError(
    `The schools are of several academies (${[...academies].join(', ')}), whose identifiers may be the same.`,
    { remedy: 'Hand over the files of each under a source of its own (see "sources" in the settings).' },
  );
}

/** Removes duplicates: each member sends the group again, and each export sends its people, but the host expects every record once. */
function onceEach(): (record: DirectoryRecord) => boolean {
  const counted = new Set<string>();
  return (record) => {
    if (record.type !== 'group' && record.type !== 'person') return true;
    const what = record.type === 'group' ? 'group' : record.profile;
    const key = `${record.uai} ${what} ${record.key}`;
    if (counted.has(key)) return false;
    counted.add(key);
    return true;
  };
}
