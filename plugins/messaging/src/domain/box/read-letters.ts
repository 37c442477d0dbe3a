// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { filesOfMessages } from '../message/files-of.js';
import type { AttachmentRow } from '../../store/attachment.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { TextRow } from '../../store/text.entity.js';

/** A message, its text and its files. */
export interface Letter {
  readonly message: MessageRow;
  readonly body: string;
  readonly files: readonly AttachmentRow[];
}

/** The messages with these ids. Callers have the ids from a review or a report that the user may see; from a copy, `showCopies` reads them. */
export async function readLetters(ids: readonly string[], db: SchoolDatabase): Promise<Map<string, Letter>> {
  if (ids.length === 0) return new Map();
  const messages = await db.repository(MessageRow).find({ where: { id: In([...ids]) } });
  const texts = await db
    .repository(TextRow)
    .find({ select: ['messageId', 'body'], where: { messageId: In([...ids]) } });
  const bodies = new Map(texts.map(({ messageId, body }) => [messageId, body]));
  const files = await filesOfMessages(ids, db);
  return new Map(
    messages.map((message) => {
      const { id } = message;
      return [id, { message, body: bodies.get(id) ?? '', files: files.get(id) ?? [] }];
    }),
  );
}

/** The message for a reader who learns that it exists, and nothing that it says. */
export function withoutWords({ message }: Letter): Letter {
  return { message: { ...message, subject: '' }, body: '', files: [] };
}
