// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessagingRequest } from '../brick-types.js';
import { personsOf } from '../pages/recipient-labels.js';
import type { Recipient } from '../rules/recipients.js';
import type { MessageRow } from '../store/message.entity.js';
import { audienceOf, type Audience } from './audience.js';

/** How many of the families that received a message have read it. */
export interface Readers {
  readonly audience: Audience;
  readonly read: number;
  readonly total: number;
}

/** The copies of messages that are not their author's, and how many of these were read. */
export const readersByMessage = {
  sql: `SELECT c.messageId, COUNT(*) AS total, COUNT(c.readAt) AS opened
    FROM messaging_copy c
    WHERE c.school = :school AND c.messageId IN (:messageIds) AND c.ownerId <> :authorId
    GROUP BY c.messageId`,
  parameters: z.object({ messageIds: z.array(z.string()), authorId: z.string() }),
  row: z.object({ messageId: z.string(), total: z.int(), opened: z.int() }),
};

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
