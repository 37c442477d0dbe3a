// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessagingRequest } from '../brick-types.js';
import { findOwnCopy } from '../mailbox/find-copy.js';
import { bodyField, LONGEST_BODY } from '../send/message-text.js';
import { keepReply } from './keep-reply.js';

/** The fields that the page of a thread sends along with its other buttons: the text of the reply, the key of its form, and the copy that it answers. */
export const typedReply = {
  body: z
    .string()
    .max(10 * LONGEST_BODY)
    .optional(),
  form: z.uuid().optional(),
  answers: z.uuid().optional(),
};

export type TypedReply = Readonly<Partial<Record<keyof typeof typedReply, string | undefined>>>;

/**
 * Keeps a reply that was typed when another button of its page was pressed.
 * @returns the sentence about it; empty where there was none
 * @throws ConflictError when the user has too many drafts
 */
export async function keepTyped({ body, form, answers }: TypedReply, request: MessagingRequest): Promise<string[]> {
  const text = bodyField.safeParse(body ?? '');
  if (!text.success || answers === undefined) return [];
  const copy = await findOwnCopy({ params: { id: answers }, db: request.db });
  if (copy?.ownerId !== request.user.id) return [];
  await keepReply(copy, { body: text.data, formKey: form }, request);
  return [request.t('reply.keptBeside')];
}
