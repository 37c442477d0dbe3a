// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { inventIds } from '../consoles/invented-ids.js';
import { inventSchool, type Tables } from '../consoles/invented-school.js';
import type { Row } from '../consoles/insert-rows.js';
import { insertDirectory } from '../shared/insert-directory.js';

/** A class of this school year, with the teachers who type in it. */
export interface BenchClass {
  readonly id: string;
  readonly pupilIds: readonly string[];
  readonly teacherIds: readonly string[];
}

/** An école, by default of 12 classes, and a collège with one class in 6e, by default of 150 pupils. */
export interface LivretSchools {
  readonly ecole: { readonly uai: string; readonly headId: string; readonly classes: readonly BenchClass[] };
  readonly college: { readonly uai: string; readonly headId: string; readonly sixth: BenchClass };
}

/** The first classes of the école are in CM2 and go to the collège; the others are in CM1, and are written. */
export const CM2_CLASSES = 2;

/** The numbers of people in both schools. */
export interface LivretSize {
  readonly classes: number;
  /** The number of pupils in each class of the école. */
  readonly pupils: number;
  readonly guardians: number;
  readonly sixthPupils: number;
  readonly sixthGuardians: number;
}

const SIZE: LivretSize = { classes: 12, pupils: 30, guardians: 300, sixthPupils: 150, sixthGuardians: 110 };

/** The number of teachers who type in each class of CM1. */
const WRITERS = 4;

/** The number of the collège among the invented schools. */
const COLLEGE = 9;

/**
 * Fills the empty tables of the directory. No brick is on yet.
 * @param newId makes the ids of all rows
 */
export async function fillLivretSchools(
  { database, clock }: Pick<Host, 'database' | 'clock'>,
  { classes: count, pupils: inEach, guardians, sixthPupils: inSixth, sixthGuardians }: LivretSize = SIZE,
  newId = inventIds(),
): Promise<LivretSchools> {
  const tables: Tables = new Map();
  const maker = { tables, newId, now: clock.now() };
  const teachersOfEcole = count + 1 + (count - CM2_CLASSES) * WRITERS;
  const size = { classes: count, pupils: inEach, guardians, teachers: teachersOfEcole };
  const { uai, headId, classIds } = inventSchool(maker, 0, size);
  const sixthSize = { classes: 1, pupils: inSixth, guardians: sixthGuardians, teachers: 10 };
  const { classIds: sixthIds, ...college } = inventSchool(maker, COLLEGE, sixthSize);

  const rowsOf = (table: string): Row[] => tables.get(`core_${table}`) ?? [];
  const membersOf = (groupId: string, role: string): string[] =>
    rowsOf('membership').flatMap((row) => (row['groupId'] === groupId && row['role'] === role ? [idIn(row)] : []));
  const teachers = rowsOf('attachment').filter((row) => row['uai'] === uai && row['profile'] === 'teacher');
  const free = teachers.slice(count + 1).map(idIn);
  const classes = classIds.map((id, index): BenchClass => {
    const first = (index - CM2_CLASSES) * WRITERS;
    const teacherIds = index < CM2_CLASSES ? membersOf(id, 'teacher') : free.slice(first, first + WRITERS);
    return { id, pupilIds: membersOf(id, 'member'), teacherIds };
  });
  const [sixthId = ''] = sixthIds;
  const sixth = { id: sixthId, pupilIds: membersOf(sixthId, 'member'), teacherIds: membersOf(sixthId, 'teacher') };

  for (const { id: groupId, teacherIds } of classes.slice(CM2_CLASSES))
    for (const personId of teacherIds) rowsOf('membership').push({ groupId, personId, role: 'teacher' });
  const going = new Set(classes.slice(0, CM2_CLASSES).flatMap(({ pupilIds }) => pupilIds));
  const arriving = rowsOf('attachment').filter((row) => row['uai'] === uai && going.has(idIn(row)));
  for (const row of arriving) rowsOf('attachment').push({ ...row, id: maker.newId(maker.now), uai: college.uai });
  const sixthPupils = new Set(sixth.pupilIds);
  const levelOf = (id: string): string => (sixthPupils.has(id) ? '6E' : going.has(id) ? 'CM2' : 'CM1');
  const pupils = new Set([...sixth.pupilIds, ...classes.flatMap(({ pupilIds }) => pupilIds)]);
  const withLevel = (row: Row): Row => (pupils.has(idIn(row)) ? { ...row, level: levelOf(idIn(row)) } : row);
  tables.set('core_external_id', rowsOf('external_id').map(withLevel));

  await insertDirectory({ database }, tables);
  return { ecole: { uai, headId, classes }, college: { uai: college.uai, headId: college.headId, sixth } };
}

function idIn(row: Row): string {
  return String(row['personId']);
}
