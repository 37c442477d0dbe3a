// SPDX-License-Identifier: EUPL-1.2
import type { MessagingBrick } from '../brick-types.js';
import { DELIVER, deliverData } from './deliver-job.js';
import { deliverMessage } from './deliver-message.js';

/** Nothing reaches a person but by this job. */
export function registerDelivery({ jobs }: Pick<MessagingBrick, 'jobs'>): void {
  jobs.provide(DELIVER, { data: deliverData }, (work, { messageId }, signal) =>
    deliverMessage(messageId, work, signal),
  );
}
