// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { boardOf } from '../../paths.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { TaskReader } from './task-reader.js';

/** The bilans that wait for the visa of the head, by period. */
export async function headPortalTasks({
  db,
  user,
  school,
  schoolYear: year,
  access,
  t,
  format,
}: TaskReader): Promise<PortalTask[]> {
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const where = { year, state: 'signed' as const };
  const signed = await db.repository(BilanRow).find({ select: ['pupilId', 'classId', 'period'], where });
  if (signed.length === 0) return [];
  const names = new Map((await access.groups('visa')).map(({ id, name }) => [id, name]));
  const periods = await periodsOf(db, year);
  return periods.flatMap((row) => {
    const own = signed.filter(({ period }) => period === row.period);
    if (own.length === 0) return [];
    const groups = [...new Set(own.flatMap(({ classId }) => names.get(classId) ?? []))];
    return {
      title: t('task.visa', { count: own.length }),
      detail: t('task.visaDetail', { period: periodName(row, t), groups: format.list(groups) }),
      ...{ action: t('task.visaAction'), path: boardOf(row.period), due: new Date(`${row.dueOn}T11:00:00Z`) },
    };
  });
}
