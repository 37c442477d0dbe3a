// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The job that delivers what is due of a message, and enqueues itself for what is due later. */
export const DELIVER = 'deliver';

/** The job names the message alone: until it runs, people may be merged and erased. */
export const deliverData = z.object({ messageId: z.uuid() });
