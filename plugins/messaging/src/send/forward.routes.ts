// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../brick-types.js';
import { shareFiles } from '../attachments/share-files.js';
import { saveDraft } from '../drafts/save-draft.js';
import { copyParams } from '../mailbox/box-query.js';
import { findCopy } from '../mailbox/find-copy.js';
import { readLetters, type Letter } from '../mailbox/read-letters.js';
import { draftPath, forwardPath } from '../paths.js';
import { LONGEST_BODY, LONGEST_SUBJECT } from './message-text.js';

/** Forwarding: a draft with the text and the files of a message that the user has. It is judged like any message when it is sent. */
export function registerForwarding({ http }: Pick<MessagingBrick, 'http'>): void {
  const forward = { access: 'write', params: copyParams, body: z.object({}), load: findCopy } as const;
  http.post(forwardPath(':id'), forward, async (request) => {
    const { resource, db, redirect } = request;
    const { messageId } = resource;
    const letter = (await readLetters([messageId], db)).get(messageId);
    if (!letter || letter.message.state === 'draft')
      throw new NotFoundError('Only a message that was sent is forwarded.');
    const draft = { recipients: [], ...quoted(letter, request) };
    const copyId = await db.transaction(async () => {
      const stored = await saveDraft(draft, undefined, request);
      await shareFiles({ from: messageId, to: stored.messageId }, request);
      return stored.copyId;
    });
    return redirect(draftPath(copyId));
  });
}

/** The day stands above the text, and no name: in a text, it would outlast the erasure of its person. What is too long is cut. */
function quoted(
  { message, body }: Letter,
  { t, format }: Pick<MessagingRequest, 't' | 'format'>,
): { subject: string; body: string } {
  const head = t('forward.head', { when: format.dayAndTime(message.sentAt) });
  return {
    subject: cut(t('forward.subject', { subject: message.subject }), LONGEST_SUBJECT),
    body: cut(`\n\n${head}\n\n${body}`, LONGEST_BODY),
  };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
