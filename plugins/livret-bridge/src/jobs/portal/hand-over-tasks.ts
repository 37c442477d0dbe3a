// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { refusedTasks } from './refused-tasks.js';
import { resendTasks } from './resend-tasks.js';
import type { TaskReader } from './task-reader.js';

/** The tasks of the head of an école about livrets that were offered. From the day by which a collège answers nothing is asked any more. */
export async function handOverTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { handOver, user, school, clock } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const sent = (await handOver.sent()).filter(({ answerBy }) => answerBy > clock.now());
  return [...(await refusedTasks(sent, reader)), ...(await resendTasks(sent, reader))];
}
