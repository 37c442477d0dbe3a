// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { inventIds } from '../consoles/invented-ids.js';
import { inventSchool, type SchoolSize, type Tables } from '../consoles/invented-school.js';
import { insertDirectory } from '../shared/insert-directory.js';

/** A school with many people, in which messages are on. */
export interface LargeSchool {
  readonly uai: string;
  readonly headId: string;
  /** A teacher who is not the head. */
  readonly teacherId: string;
  readonly pupilIds: readonly string[];
}

/** The number of pupils, and so of recipients, in each school. */
export const PUPILS: readonly number[] = [500, 5_000];

const IN_CLASS = 25;

/** Fills the empty tables of a host with a school for each number of pupils. */
export async function fillSchools({ database, clock, activations }: Host): Promise<LargeSchool[]> {
  const maker = { tables: new Map() as Tables, newId: inventIds(), now: clock.now() };
  const schools = PUPILS.map((pupils, n) => inventSchool(maker, n, sizeOf(pupils)));
  const rowsOf = (table: string) => maker.tables.get(`core_${table}`) ?? [];
  await insertDirectory({ database }, maker.tables);
  for (const { uai } of schools) await activations.enable(uai, 'messaging', 'cli');
  return schools.map(({ uai, headId }) => {
    const idsOf = (profile: string): string[] =>
      rowsOf('attachment')
        .filter((row) => row['uai'] === uai && row['profile'] === profile)
        .map(({ personId }) => String(personId));
    const [teacherId = ''] = idsOf('teacher').filter((id) => id !== headId);
    return { uai, headId, teacherId, pupilIds: idsOf('pupil') };
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
