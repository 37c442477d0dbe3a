// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError, InputError, NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick } from '../brick-types.js';
import { authorOf } from '../deliver/read-message.js';
import { copyParams } from '../mailbox/box-query.js';
import { findCopy } from '../mailbox/find-copy.js';
import { readRecipients } from '../mailbox/read-box-list.js';
import { isReceived, reachedByAll } from '../mailbox/reply-target.js';
import { showCopies } from '../mailbox/show-copies.js';
import type { ShownAgain } from '../mailbox/shown-again.js';
import { threadPage } from '../mailbox/thread-page.js';
import { threadPath } from '../paths.js';
import { waitWords } from '../pages/wait-words.js';
import { bodyField, LONGEST_BODY } from './message-text.js';
import { sentNotice } from './plan-sentences.js';
import { sendMessage } from './send-message.js';
import { sendingWait } from './sending-wait.js';

/** Longer than any message: what is too long is shown again, so that nothing is lost. */
const newReply = z.object({
  body: z.string().max(10 * LONGEST_BODY),
  all: z.literal('1').optional(),
  form: z.uuid().optional(),
});

/** Replies: to the author of the message, or to all that it names. */
export function registerReplies({ http }: Pick<MessagingBrick, 'http'>): void {
  http.post(
    '/copies/:id/reply',
    { access: 'write', params: copyParams, body: newReply, load: findCopy },
    async (request) => {
      const { body: form, redirect, t } = request;
      const [answered] = await showCopies([request.resource], request);
      if (!answered || !isReceived(answered.copy, answered.message))
        throw new NotFoundError('Only a message that was received has a reply.');
      const { copy, message } = answered;
      const author = authorOf(message);
      if (!author) throw new ConflictError('The author of the message is no longer known.');
      const showAgain = (problem: string, status: ShownAgain['status'] = 400): ReturnType<typeof threadPage> =>
        threadPage(copy, request, { again: { status, problem, body: form.body } });
      const body = bodyField.safeParse(form.body);
      if (!body.success) {
        return showAgain(form.body.trim() === '' ? t('reply.empty') : t('reply.tooLong', { count: LONGEST_BODY }));
      }
      const { id, threadId, subject } = message;
      const recipients = (await readRecipients([id], request)).get(id) ?? [];
      const all = form.all === '1' ? await reachedByAll(message, recipients, request) : [];
      const to = all.length > 0 ? all : [author.authorId];
      try {
        const { plan } = await sendMessage(
          {
            recipients: to.map((person) => ({ person })),
            subject,
            body: body.data,
            formKey: form.form,
            replyTo: { id, threadId, author, all: new Set(all) },
          },
          request,
        );
        return redirect(threadPath(copy.id), sentNotice(plan, request));
      } catch (error) {
        // A pause began, or somebody left, while the reply was written: the page says which.
        if (error instanceof InputError) return showAgain(t('reply.refused'));
        if (error instanceof ConflictError) return showAgain(t('reply.changed'), 409);
        if (!(error instanceof BusyError)) throw error;
        const wait = await sendingWait(request.user, true, request);
        if (!wait) throw error;
        return showAgain(waitWords(wait, request), 503);
      }
    },
  );
}
