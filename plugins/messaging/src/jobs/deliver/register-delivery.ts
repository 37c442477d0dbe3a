// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessagingBrick } from '../../brick-types.js';
import { DELIVER, deliverData } from '../../domain/judging/deliver-data.js';
import { deliverMessage } from '../../domain/deliver/deliver-message.js';
import { followClasses } from './follow-classes.js';
import { JUDGE_WAITING, judgeWaiting } from '../../domain/judging/judge-waiting.js';

/** Registers the jobs of the delivery. Nothing reaches a person but by the first of these jobs. */
export function registerDelivery({ jobs }: Pick<MessagingBrick, 'jobs'>): void {
  jobs.provide(DELIVER, { data: deliverData }, (work, { messageId }, signal) =>
    deliverMessage(messageId, work, signal),
  );
  jobs.provide(JUDGE_WAITING, { data: z.object({}) }, (work, _data, signal) => judgeWaiting(work, signal));
  jobs.provide('follow-classes', { data: z.object({}), afterSync: true }, (work, _data, signal) =>
    followClasses(work, signal),
  );
}
