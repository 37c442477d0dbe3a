// SPDX-License-Identifier: EUPL-1.2
import { addDays } from '@volee/core-adapter';
import type { PersonRecord } from '@volee/core-adapter/directory';
import type { Entry } from '../entry.js';
import { isoDay, valueOf, valuesOf } from '../values.js';
import { Exits } from './exits.js';
import { classOf, groupOf, inGroup, isNamed, primaryClassOf, primaryGroupOf, type NamedGroup } from './group.js';
import { guardiansOf } from './guardian.js';
import { levelOf } from './level.js';
import { NOTHING, type EntryRecords, type Surroundings } from './entry-records.js';
import { mapPerson } from './person.js';

/** National pupil number (INE): eleven letters and digits. */
const INE = /^[0-9A-Z]{11}$/;

/**
 * Days for which a pupil who left is kept, so that a Delta can restore the pupil: as long as the host keeps leavers (arrêté of
 * 30-11-2006, art. 6).
 */
const REMEMBERED_DAYS = 60;

/** A pupil in each imported school, with classes, groups and the people with legal authority. */
export function mapPupil(entry: Entry, { schools, today, levels, guardians }: Surroundings): EntryRecords {
  const level = levelOf(entry);
  if (levels && !(level !== undefined && levels.includes(level))) return NOTHING;
  const groups = groupsOf(entry);
  const own = valueOf(entry, 'ENTPersonStructRattach');
  const structures = new Set([...(own === undefined ? [] : [own]), ...groups.map(({ structure }) => structure)]);
  const served = [...structures].filter((structure) => schools.has(structure));
  if (served.length === 0) return NOTHING;

  const exits = new Exits(entry, today, own);
  if (served.every((structure) => exits.hasLeft(structure, addDays(today, -REMEMBERED_DAYS)))) return NOTHING;
  const there = served.filter((structure) => !exits.hasLeft(structure));
  // A school in which the host knows the pupil, because exports and erasures of personal data address that school.
  const home = schools.get(there[0] ?? exits.lastLeft(served) ?? '') ?? '';
  const persons = there.flatMap((structure) => pupilIn(schools.get(structure) ?? '', entry, level) ?? []);
  const inGroups = groups
    .filter((group) => there.includes(group.structure) && !exits.hasLeftGroup(group))
    .flatMap((group) => inGroup(group, schools.get(group.structure) ?? '', entry.key, 'member'));
  const family = guardiansOf(entry);
  for (const guardian of family) {
    const known = guardians.get(guardian);
    const hasChild = persons.length > 0;
    if (!known || (hasChild && !known.hasChild)) guardians.set(guardian, { home, hasChild });
  }
  const kinships = family.map((guardian) => ({ type: 'kinship', guardian, child: entry.key }) as const);
  // Pupils who left are kept for a while with their guardians, but produce no records.
  return { home, records: persons.length === 0 ? [] : [...persons, ...inGroups, ...kinships] };
}

function pupilIn(uai: string, entry: Entry, level: string | undefined): PersonRecord | undefined {
  const person = mapPerson(entry, 'pupil', uai);
  const ine = (valueOf(entry, 'ENTEleveINE') ?? '').toUpperCase();
  const birthDate = isoDay(valueOf(entry, 'ENTPersonDateNaissance'));
  return (
    person && {
      ...person,
      ...(INE.test(ine) && { ine }),
      ...(birthDate !== undefined && { birthDate }),
      ...(level !== undefined && { level }),
    }
  );
}

function groupsOf(entry: Entry): NamedGroup[] {
  return [
    ...valuesOf(entry, 'ENTEleveClasses').map(classOf),
    ...valuesOf(entry, 'ENTPersonClasses').map(primaryClassOf),
    ...valuesOf(entry, 'ENTEleveGroupes').map(groupOf),
    ...valuesOf(entry, 'ENTPersonGroupes').map(primaryGroupOf),
  ].filter(isNamed);
}
