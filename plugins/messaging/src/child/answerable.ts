// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { MessagingRequest } from '../brick-types.js';
import { authorOf } from '../deliver/read-message.js';
import type { BoxPage } from '../mailbox/read-box.js';
import { readPolicy } from '../policy/read-policy.js';
import { canWrite } from '../rules/can-write.js';
import { relationsFor } from '../send/relations-for.js';
import { MessageRow } from '../store/message.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';

/**
 * The lines of an inbox that wait for an answer: written to the user by name, not answered since, and the rules permit an answer now. A
 * circular waits for nobody.
 */
export async function answerable(
  { lines }: Pick<BoxPage, 'lines'>,
  request: MessagingRequest,
): Promise<BoxPage['lines']> {
  const { db, user, clock, directory } = request;
  const received = lines.filter(
    ({ copy, message }) => copy.recalledAt === null && message.authorId !== null && message.authorId !== user.id,
  );
  if (received.length === 0) return [];
  const named = await db.repository(RecipientRow).find({
    select: ['messageId'],
    where: { toPerson: user.id, messageId: In(received.map(({ message }) => message.id)) },
  });
  const isNamed = new Set(named.map(({ messageId }) => messageId));
  const answers = await db.repository(MessageRow).find({
    select: ['threadId', 'sentAt'],
    where: { authorId: user.id, threadId: In(received.map(({ copy }) => copy.threadId)) },
  });
  const open = received.filter(
    ({ copy, message }) =>
      isNamed.has(message.id) &&
      !answers.some(({ threadId, sentAt }) => threadId === copy.threadId && sentAt >= copy.at),
  );
  const persons = open.flatMap(({ message }) => (message.authorId ? [{ person: message.authorId }] : []));
  const relations = await relationsFor(user.id, persons, directory);
  const policy = await readPolicy(request, []);
  return open.filter(({ message }) => {
    const author = authorOf(message);
    if (!author) return false;
    const sender = { personId: user.id, relations, replyTo: author };
    const { as } = canWrite(sender, [{ person: author.authorId }], policy, clock.now());
    return as !== undefined;
  });
}
