// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { typedReply } from '../message/typed-reply.js';
import { visible } from '../message/message-text.js';

/** The length of the columns. */
export const LONGEST_REASON = 500;

const reason = visible.pipe(z.string().max(LONGEST_REASON)).optional();

/** `refusal`: the word by which a message of the person was refused is reported, and not the message. */
export const newReport = z.object({ reason, refusal: z.uuid().optional() });
export type NewReport = z.output<typeof newReport>;

/** The form on the page of a thread is part of that of the reply: each fold of it has reasons with a name of its own. */
export const reportForm = z.looseObject({ ...newReport.shape, ...typedReply });

/** The name of the reasons below a message, or below the word of a refusal. */
export function reasonName(id: string): string {
  return `reason-${id}`;
}

/** @param copyId the copy that is reported, or on the page of which a word is */
export function reportOf({ refusal, ...form }: z.output<typeof reportForm>, copyId: string): NewReport {
  const chosen = reason.safeParse(new Map(Object.entries(form)).get(reasonName(refusal ?? copyId)));
  return { refusal, reason: form.reason ?? chosen.data };
}
export const reportParams = z.object({ id: z.uuid() });
export const reportDecision = z.object({ do: z.enum(['open-thread', 'close']), reason });
