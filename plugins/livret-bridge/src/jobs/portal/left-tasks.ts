// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { BOARD_PATH, bilanPath } from '../../paths.js';
import { leftBilans } from '../../domain/life/left-bilans.js';
import type { TaskReader } from './task-reader.js';

/** The task of the head of an école: bilans that were withdrawn, of pupils that left. The board names each of several. */
export async function leftTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { user, school, t } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const left = await leftBilans(reader);
  const [first] = left;
  if (!first) return [];
  return [
    {
      title: t('task.left', { count: new Set(left.map(({ pupilId }) => pupilId)).size }),
      detail: t('task.leftDetail', { count: left.length }),
      action: t('college.see'),
      path: left.length === 1 ? bilanPath(first.id) : BOARD_PATH,
    },
  ];
}
