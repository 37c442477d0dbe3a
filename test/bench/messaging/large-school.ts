// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { inventIds } from '../consoles/invented-ids.js';
import { inventSchool, type SchoolSize, type Tables } from '../consoles/invented-school.js';
import { insertDirectory } from '../shared/insert-directory.js';

/** A school with many people. */
export interface LargeSchool {
  readonly uai: string;
  readonly headId: string;
  /** A teacher who is not the head. */
  readonly teacherId: string;
  readonly pupilIds: readonly string[];
  readonly classIds: readonly string[];
}

/** The number of pupils, and so of recipients, in each school. */
export const PUPILS: readonly number[] = [500, 5_000];

const IN_CLASS = 25;

/**
 * Fills the directory of a host with a school for each number of pupils. No brick is on yet.
 * @param numbers those of the schools among the invented ones: one that ends in 9 is a collège
 * @param newId makes the ids of all rows
 */
export async function fillSchools(
  { database, clock }: Pick<Host, 'database' | 'clock'>,
  numbers: readonly number[] = [0, 1],
  newId = inventIds(),
): Promise<LargeSchool[]> {
  const maker = { tables: new Map() as Tables, newId, now: clock.now() };
  const schools = PUPILS.map((pupils, index) => inventSchool(maker, numbers[index] ?? index, sizeOf(pupils)));
  const rowsOf = (table: string) => maker.tables.get(`core_${table}`) ?? [];
  await insertDirectory({ database }, maker.tables);
  return schools.map(({ uai, headId, classIds }) => {
    const idsOf = (profile: string): string[] =>
      rowsOf('attachment')
        .filter((row) => row['uai'] === uai && row['profile'] === profile)
        .map(({ personId }) => String(personId));
    const [teacherId = ''] = idsOf('teacher').filter((id) => id !== headId);
    return { uai, headId, teacherId, pupilIds: idsOf('pupil'), classIds };
  });
}

/** Three guardians for four pupils, and a teacher for twenty. */
function sizeOf(pupils: number): SchoolSize {
  return {
    classes: pupils / IN_CLASS,
    pupils: IN_CLASS,
    guardians: Math.ceil(pupils * 0.75),
    teachers: Math.ceil(pupils / 20),
  };
}
