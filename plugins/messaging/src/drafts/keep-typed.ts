// SPDX-License-Identifier: EUPL-1.2
import { DomainError, type Reply } from '@volee/core-adapter';
import type { MessagingKey, MessagingRequest } from '../brick-types.js';
import { findOwnCopy } from '../mailbox/find-copy.js';
import { bodyField } from '../send/message-text.js';
import { writePage } from '../send/write-page.js';
import { keepReply } from './keep-reply.js';
import type { TypedReply } from './typed-reply.js';

/** A request of a button, with the reply that was typed on its page. */
export type BesideReplyRequest = MessagingRequest & { readonly body: TypedReply };

/**
 * Keeps a reply that was typed when another button of its page was pressed. Call it after that button has done its work, which never fails
 * because of the reply: one that cannot be kept stays on the page of a new message.
 * @param sentences about the work of the button
 * @param answer gets them with the one about the reply; undefined without any
 * @param status of the page when the button has not done its work either
 */
export async function keepTyped(
  sentences: readonly string[],
  request: BesideReplyRequest,
  answer: (told: string | undefined) => Reply | Promise<Reply>,
  status?: 409 | 503,
): Promise<Reply> {
  const fate = await tryToKeep(request.body, request);
  const all = fate === undefined ? sentences : [...sentences, request.t(fate)];
  const told = all.length === 0 ? undefined : all.join(' ');
  if (fate !== 'reply.notKept') return answer(told);
  const { body = '' } = request.body;
  return writePage(
    { recipients: [], subject: '', body, problems: { body: told ?? '' }, ...(status && { status }) },
    request,
  );
}

/** The sentence about the reply; undefined where there is none. */
async function tryToKeep(
  { body, form, answers }: TypedReply,
  request: MessagingRequest,
): Promise<Extract<MessagingKey, 'reply.keptBeside' | 'reply.notKept'> | undefined> {
  const text = bodyField.safeParse(body ?? '');
  if (!text.success || answers === undefined) return undefined;
  const copy = await findOwnCopy({ params: { id: answers }, db: request.db });
  if (copy?.ownerId !== request.user.id) return undefined;
  try {
    await keepReply(copy, { body: text.data, formKey: form }, request);
    return 'reply.keptBeside';
  } catch (error) {
    if (error instanceof DomainError) return 'reply.notKept';
    throw error;
  }
}
