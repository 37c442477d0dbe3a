// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { MessageRow } from '../store/message.entity.js';
import { TextRow } from '../store/text.entity.js';

/** A message and its text. */
export interface Letter {
  readonly message: MessageRow;
  readonly body: string;
}

/** The messages with these ids. Callers have the ids from a copy or a review that the user may see. */
export async function readLetters(ids: readonly string[], db: SchoolDatabase): Promise<Map<string, Letter>> {
  if (ids.length === 0) return new Map();
  const messages = await db.repository(MessageRow).find({ where: { id: In([...ids]) } });
  const texts = await db
    .repository(TextRow)
    .find({ select: ['messageId', 'body'], where: { messageId: In([...ids]) } });
  const bodies = new Map(texts.map(({ messageId, body }) => [messageId, body]));
  return new Map(messages.map((message) => [message.id, { message, body: bodies.get(message.id) ?? '' }]));
}
