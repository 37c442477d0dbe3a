// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { personsOf } from '../words/recipient-labels.js';
import type { Recipient } from '../rules/recipients.js';
import type { MessageRow } from '../../store/message.entity.js';
import { audienceOf, type Audience } from './audience.js';
import { readersByMessage } from '../../store/readers.query.js';

/** The number of readers of a message among the families that received it. */
export interface Readers {
  readonly audience: Audience;
  readonly read: number;
  readonly total: number;
}

/** A message of the user, and its recipients. */
export interface OwnMessage {
  readonly message: MessageRow;
  readonly recipients: readonly Recipient[];
}

/** The readers of the user's own messages to families, by the id of the message. */
export async function readersOf(
  own: readonly OwnMessage[],
  { db, directory, user }: Pick<MessagingRequest, 'db' | 'directory' | 'user'>,
): Promise<ReadonlyMap<string, Readers>> {
  const named = [...new Set(own.flatMap(({ recipients }) => personsOf(recipients)))];
  const profiles = named.length > 0 ? (await directory.relations(named)).profiles : new Map<string, never>();
  const audiences = new Map<string, Audience>();
  for (const { message, recipients } of own) {
    const audience = audienceOf(recipients, message.asProfile, profiles);
    if (audience) audiences.set(message.id, audience);
  }
  if (audiences.size === 0) return new Map();
  const counted = await db.query(readersByMessage, { messageIds: [...audiences.keys()], authorId: user.id });
  return new Map(
    counted.flatMap(({ messageId, total, opened }) => {
      const audience = audiences.get(messageId);
      return audience ? [[messageId, { audience, read: opened, total }] as const] : [];
    }),
  );
}
