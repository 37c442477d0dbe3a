// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { ARRIVALS_PATH } from '../../paths.js';
import type { TaskReader } from './task-reader.js';

/** The tasks of the head of a collège: the offers of écoles. */
export async function arrivalTasks({ handOver, user, school, t, format }: TaskReader): Promise<PortalTask[]> {
  if (!user.profiles.includes('head') || school.kind !== 'college') return [];
  const open = (await handOver.offered()).filter(({ state }) => state === 'offered');
  const first = [...open].sort((a, b) => a.answerBy.getTime() - b.answerBy.getTime())[0];
  if (!first) return [];
  const schools = new Set(open.map(({ from }) => from.name));
  return [
    {
      title: t('college.offered', { count: new Set(open.map(({ pupilId }) => pupilId)).size }),
      detail: t('college.taskDetail', { schools: format.list([...schools]), day: format.day(first.answerBy) }),
      action: t('college.answer'),
      path: ARRIVALS_PATH,
      due: first.answerBy,
    },
  ];
}
