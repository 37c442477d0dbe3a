// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { isRestorable } from '../life/restore.js';
import { bilanPath } from '../paths.js';
import { correctionAmong, turnsOf } from '../trace/correction.js';
import { withdrawnOnce } from '../unlock/withdrawn-query.js';
import type { TaskReader } from './task-reader.js';

/**
 * The task of the head of an école: pupils that left with a bilan that was withdrawn. Nobody corrects it any more, and their families read
 * nothing of it until the head gives the text from before back.
 */
export async function leftTasks({ db, directory, user, school, schoolYear, t }: TaskReader): Promise<PortalTask[]> {
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const rows = await db.query(withdrawnOnce, { year: schoolYear });
  if (rows.length === 0) return [];
  const turns = await turnsOf({ bilanIds: rows.map(({ id }) => id) }, db);
  const { profiles } = await directory.relations(rows.map(({ pupilId }) => pupilId));
  const left = rows.filter((row) => {
    const correction = correctionAmong(turns, row.id);
    const isHere = profiles.get(row.pupilId)?.includes('pupil') === true;
    return !isHere && correction?.isWithdrawn === true && isRestorable(row, correction);
  });
  const [first] = left;
  if (!first) return [];
  return [
    {
      title: t('task.left', { count: new Set(left.map(({ pupilId }) => pupilId)).size }),
      detail: t('task.leftDetail'),
      action: t('college.see'),
      path: bilanPath(first.id),
    },
  ];
}
