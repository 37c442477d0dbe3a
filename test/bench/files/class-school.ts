// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { inventIds } from '../consoles/invented-ids.js';
import { inventSchool, type Tables } from '../consoles/invented-school.js';
import type { Row } from '../consoles/insert-rows.js';
import { insertDirectory } from '../shared/insert-directory.js';

/** A school with one class, in which files are on. */
export interface ClassSchool {
  readonly uai: string;
  readonly classId: string;
  /** The id of a teacher of the class other than the head. */
  readonly teacherId: string;
  readonly pupilIds: readonly string[];
}

const PUPILS = 28;

/** Fills the empty tables of the directory, and switches the brick on. */
export async function fillClassSchool({ database, clock, activations }: Host): Promise<ClassSchool> {
  const tables: Tables = new Map();
  const maker = { tables, newId: inventIds(), now: clock.now() };
  const size = { classes: 1, pupils: PUPILS, guardians: 21, teachers: 2 };
  const { uai, headId, classIds } = inventSchool(maker, 0, size);
  const rowsOf = (table: string): Row[] => tables.get(`core_${table}`) ?? [];
  await insertDirectory({ database }, tables);
  await activations.enable(uai, 'file-share', 'cli');
  const [classId = ''] = classIds;
  const members = (role: string): string[] =>
    rowsOf('membership')
      .filter((row) => row['groupId'] === classId && row['role'] === role)
      .map(({ personId }) => String(personId));
  const [teacherId = ''] = members('teacher').filter((id) => id !== headId);
  return { uai, classId, teacherId, pupilIds: members('member') };
}
