// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick } from '../brick-types.js';
import { authorOf } from '../deliver/read-message.js';
import { copyParams } from '../mailbox/box-query.js';
import { findCopy } from '../mailbox/threads.routes.js';
import { threadPath } from '../paths.js';
import { MessageRow } from '../store/message.entity.js';
import { bodyField } from './message-text.js';
import { sentNotice } from './plan-sentences.js';
import { sendMessage } from './send-message.js';

const newReply = z.object({ body: bodyField });

/** Replies, each to the author of the message alone. */
export function registerReplies({ http }: Pick<MessagingBrick, 'http'>): void {
  http.post(
    '/copies/:id/reply',
    { access: 'write', params: copyParams, body: newReply, load: findCopy },
    async (request) => {
      const { resource: copy, body, db, redirect } = request;
      const message = await db.repository(MessageRow).findOne({ where: { id: copy.messageId } });
      if (!message || copy.box !== 'inbox') throw new NotFoundError('Only a message that was received has a reply.');
      const author = authorOf(message);
      if (!author) throw new ConflictError('The author of the message is no longer known.');
      const { id, threadId, subject } = message;
      const { plan, copyId } = await sendMessage(
        { recipients: [{ person: author.authorId }], subject, body: body.body, replyTo: { id, threadId, author } },
        request,
      );
      return redirect(threadPath(copyId), sentNotice(plan, request));
    },
  );
}
