// SPDX-License-Identifier: EUPL-1.2
import { In, MoreThan } from 'typeorm';
import type { SchoolWork } from '@volee/core-adapter';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow, UNDELIVERED } from '../../store/message.entity.js';
import type { Draft } from './draft.js';
import { isSameMessage } from './is-same-message.js';
import { readDraft } from './read-draft.js';

/** The time in which the same reply is that of another tab, which shows the same kept text, in milliseconds. */
const SAME_WITHIN = 10 * 60_000;

interface ReplyTools extends Pick<SchoolWork, 'db' | 'clock'> {
  readonly user: { readonly id: string };
}

/**
 * The author's copy of their last reply to the same message, when that says the same to the same people and was sent within minutes. Not for
 * a reply of a draft, which may have files, nor for a program, which knows what it has sent.
 */
export async function findSentReply(draft: Draft, { user, db, clock }: ReplyTools): Promise<string | undefined> {
  const { replyTo, formKey, stored, urgent } = draft;
  if (!replyTo || formKey === undefined || stored || urgent) return undefined;
  const message = await db.repository(MessageRow).findOne({
    where: {
      authorId: user.id,
      replyToId: replyTo.id,
      state: In([...UNDELIVERED, 'sent']),
      sentAt: MoreThan(new Date(clock.now().getTime() - SAME_WITHIN)),
    },
    order: { sentAt: 'DESC', id: 'DESC' },
  });
  const copy =
    message && (await db.repository(CopyRow).findOne({ where: { messageId: message.id, ownerId: user.id } }));
  const sent = copy && (await readDraft(copy, db));
  if (!sent) return undefined;
  const { recipients, body } = sent;
  return isSameMessage(draft, { recipients, subject: message.subject, body }) ? copy.id : undefined;
}
