// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Group, type Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import { bilanScope } from '../bilan/bilan-scope.js';
import type { LivretPermission, LivretRequest } from '../../brick-types.js';
import { BilanRow } from '../../store/bilan.entity.js';

export interface PupilBilan {
  readonly row: BilanRow;
  readonly pupil: Member;
}

export interface ClassBilans {
  readonly group: Group;
  /** The bilans by family name. */
  readonly bilans: readonly PupilBilan[];
}

/**
 * The bilans of the pupils of a class for which the user has a permission.
 * @throws NotFoundError when the group is no class of this year in which the user has it
 */
export async function classBilans(
  { groupId, period, permission }: { groupId: string; period: number; permission: LivretPermission },
  { db, directory, access, schoolYear }: Pick<LivretRequest, 'db' | 'directory' | 'access' | 'schoolYear'>,
): Promise<ClassBilans> {
  const group = (await access.groups(permission)).find(({ id, kind }) => id === groupId && kind === 'class');
  if (!group) throw new NotFoundError('The user has no class of this year with this id.');
  const pupils = await directory.members(groupId, 'pupil');
  const where = { pupilId: In(pupils.map(({ id }) => id)), year: schoolYear, kind: 'periodic' as const, period };
  const rows = await db.repository(BilanRow).find({ where });
  const scoped = rows.map((row) => ({ row, ...bilanScope(row) }));
  const mine = new Map((await access.filter(permission, scoped)).map(({ row }) => [row.pupilId, row]));
  const bilans = pupils.flatMap((pupil) => {
    const row = mine.get(pupil.id);
    return row ? [{ row, pupil }] : [];
  });
  return { group, bilans };
}
