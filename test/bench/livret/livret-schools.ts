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

/** An école of 12 classes, and a collège with one class of 150 pupils in 6e. */
export interface LivretSchools {
  readonly ecole: { readonly uai: string; readonly headId: string; readonly classes: readonly BenchClass[] };
  readonly college: { readonly uai: string; readonly headId: string; readonly sixth: BenchClass };
}

/** The first classes of the école are in CM2 and go to the collège; the others are in CM1, and are written. */
export const CM2_CLASSES = 2;

const CLASSES = 12;
const PUPILS = 30;
/** The number of teachers who type in each class of CM1. */
const WRITERS = 4;
const SIXTH_PUPILS = 150;

/** The number of the collège among the invented schools. */
const COLLEGE = 9;

/** Fills the empty tables of the directory, and switches the brick on in both schools. */
export async function fillLivretSchools({ database, clock, activations }: Host): Promise<LivretSchools> {
  const tables: Tables = new Map();
  const maker = { tables, newId: inventIds(), now: clock.now() };
  const writers = (CLASSES - CM2_CLASSES) * WRITERS;
  const size = { classes: CLASSES, pupils: PUPILS, guardians: 300, teachers: CLASSES + 1 + writers };
  const { uai, headId, classIds } = inventSchool(maker, 0, size);
  const sixthSize = { classes: 1, pupils: SIXTH_PUPILS, guardians: 110, teachers: 10 };
  const { classIds: sixthIds, ...college } = inventSchool(maker, COLLEGE, sixthSize);

  const rowsOf = (table: string): Row[] => tables.get(`core_${table}`) ?? [];
  const membersOf = (groupId: string, role: string): string[] =>
    rowsOf('membership').flatMap((row) => (row['groupId'] === groupId && row['role'] === role ? [idIn(row)] : []));
  const teachers = rowsOf('attachment').filter((row) => row['uai'] === uai && row['profile'] === 'teacher');
  const free = teachers.slice(CLASSES + 1).map(idIn);
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
  for (const school of [uai, college.uai]) await activations.enable(school, 'livret-bridge', 'cli');
  return { ecole: { uai, headId, classes }, college: { uai: college.uai, headId: college.headId, sixth } };
}

function idIn(row: Row): string {
  return String(row['personId']);
}
