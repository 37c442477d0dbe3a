// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { folderPath } from '../../paths.js';
import { groupSpace } from '../../store/space-ref.js';
import { instantOf } from '../../domain/time/wall-clock.js';
import { endingGroups } from '../../domain/year/ending-class.js';
import type { TaskReader } from './task-reader.js';

/** In July: that the files of a pupil's or a child's classes are out of reach on 1 August. One line for all of them. */
export async function endingTasks(request: TaskReader): Promise<PortalTask[]> {
  const { user, schoolYear, school, t, format } = request;
  if (!user.profiles.some((profile) => profile === 'pupil' || profile === 'guardian')) return [];
  const groups = await endingGroups(request);
  const [first] = groups;
  if (!first) return [];
  return [
    {
      title: t('classEnds.task', { classes: format.list(groups.map(({ name }) => name)) }),
      detail: t('classEnds.taskDetail'),
      action: t('classEnds.see'),
      path: folderPath({ space: groupSpace(first.id) }),
      due: instantOf(`${schoolYear + 1}-08-01`, '00:00', school.timeZone),
    },
  ];
}
