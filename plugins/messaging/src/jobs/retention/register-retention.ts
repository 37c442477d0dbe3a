// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessagingBrick } from '../../brick-types.js';
import { purgeMessages } from '../../domain/retention/purge-messages.js';

/** Registers the nightly job, which also runs where the brick is off: what the privacy notice promises does not wait for it. */
export function registerRetention({ jobs }: Pick<MessagingBrick, 'jobs'>): void {
  jobs.provide(
    'purge-messages',
    { data: z.object({}), every: '41 2 * * *', whileOff: true, needsSureClock: true },
    (work, _data, signal) => purgeMessages(work, signal),
  );
}
