// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In, Not } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { bilanScope } from '../bilan/bilan-scope.js';
import { WRITABLE_STATES } from '../bilan/state.js';
import { MOST_TICKS } from '../life/ticked.js';

/** A bilan of a pupil who left; the pupil is undefined where the school knows no name of theirs any more. */
export interface DepartedBilan {
  readonly row: BilanRow;
  readonly pupil: Member | undefined;
}

/**
 * The bilans of pupils who are in no class of the school any more, from signed to published: those that wait for the visa first, then by
 * family name, and as many as one form carries.
 */
export async function departedBilans(
  period: number,
  { db, directory, access, schoolYear: year }: Pick<LivretRequest, 'db' | 'directory' | 'access' | 'schoolYear'>,
): Promise<readonly DepartedBilan[]> {
  const where = { year, kind: 'periodic' as const, period, state: Not(In([...WRITABLE_STATES])) };
  const pupilIds = (await db.repository(BilanRow).find({ select: ['pupilId'], where })).map(({ pupilId }) => pupilId);
  const departed = await departedAmong(pupilIds, directory);
  if (departed.length === 0) return [];
  const rows = await db.repository(BilanRow).find({ where: { ...where, pupilId: In(departed) } });
  const scoped = rows.map((row) => ({ row, ...bilanScope(row) }));
  const pupils = await directory.persons(departed);
  return (await access.filter('visa', scoped))
    .map(({ row }) => ({ row, pupil: pupils.get(row.pupilId) }))
    .sort((a, b) => rankOf(a) - rankOf(b) || nameOf(a).localeCompare(nameOf(b), 'fr'))
    .slice(0, MOST_TICKS);
}

/** The ids among these of pupils without a class in the school now. */
export async function departedAmong(
  pupilIds: readonly string[],
  directory: Pick<LivretRequest['directory'], 'classesOf'>,
): Promise<readonly string[]> {
  const classes = await directory.classesOf(pupilIds);
  return pupilIds.filter((id) => (classes.get(id) ?? []).length === 0);
}

function rankOf({ row }: DepartedBilan): number {
  return row.state === 'signed' ? 0 : 1;
}

function nameOf({ pupil }: DepartedBilan): string {
  return pupil?.familyName ?? '';
}
