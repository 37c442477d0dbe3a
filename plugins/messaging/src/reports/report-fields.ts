// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** As long as the columns. */
export const LONGEST_REASON = 500;

const reason = z.string().trim().max(LONGEST_REASON).optional();

/** `refusal`: the word by which a message of the person was refused is reported, and not the message. */
export const newReport = z.object({ reason, refusal: z.uuid().optional() });
export type NewReport = z.output<typeof newReport>;
export const reportParams = z.object({ id: z.uuid() });
export const reportDecision = z.object({ do: z.enum(['open-thread', 'close']), reason });
