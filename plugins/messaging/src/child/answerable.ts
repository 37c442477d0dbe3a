// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull } from 'typeorm';
import type { MessagingRequest } from '../brick-types.js';
import { authorOf } from '../deliver/read-message.js';
import { BOX_ORDER, PAGE, type BoxPage, type ReadLetters } from '../mailbox/read-box.js';
import { copiesWithoutWords, showCopies } from '../mailbox/show-copies.js';
import { readPolicy } from '../policy/read-policy.js';
import { canWrite } from '../rules/can-write.js';
import { relationsFor } from '../send/relations-for.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';

/**
 * A page of the messages that wait for an answer, the newest first: written to the user by name, not answered since, and the rules permit an
 * answer now. A circular waits for nobody, and no number of circulars hides one that waits.
 */
export async function readAnswerable(
  after: string | undefined,
  request: MessagingRequest,
  lettersOf: ReadLetters = showCopies,
): Promise<BoxPage> {
  const { db, user, clock } = request;
  const ownerId = user.id;
  const named = await db.repository(RecipientRow).find({ select: ['messageId'], where: { toPerson: ownerId } });
  const messageId = In(named.map((row) => row.messageId));
  const copies = db.repository(CopyRow);
  let last = after === undefined ? undefined : await copies.findOne({ where: { id: after, ownerId, box: 'inbox' } });
  const found: CopyRow[] = [];
  for (let isMore = named.length > 0; isMore;) {
    const part = await copies.find({
      where: { ownerId, box: 'inbox', isLast: true, recalledAt: IsNull(), messageId },
      order: BOX_ORDER,
      ...(last && { after: last }),
      take: PAGE,
    });
    found.push(...(await answerable(part, request)));
    last = part.at(-1);
    isMore = part.length === PAGE && found.length <= PAGE;
  }
  const shown = found.slice(0, PAGE);
  return { lines: await lettersOf(shown, { db, clock }), next: found.length > PAGE ? shown.at(-1)?.id : undefined };
}

/** Those of some messages to the user by name that were not answered since, and that the rules permit to answer. */
export async function answerable(copies: readonly CopyRow[], request: MessagingRequest): Promise<CopyRow[]> {
  const { db, user, clock, directory } = request;
  const received = (await copiesWithoutWords(copies, { db })).filter(
    ({ message }) => message.authorId !== null && message.authorId !== user.id,
  );
  if (received.length === 0) return [];
  const answers = await db.repository(MessageRow).find({
    select: ['threadId', 'sentAt'],
    where: { authorId: user.id, threadId: In(received.map(({ copy }) => copy.threadId)) },
  });
  const open = received.filter(
    ({ copy }) => !answers.some(({ threadId, sentAt }) => threadId === copy.threadId && sentAt >= copy.at),
  );
  const persons = open.flatMap(({ message }) => (message.authorId ? [{ person: message.authorId }] : []));
  const relations = await relationsFor(user.id, persons, directory);
  const policy = await readPolicy(request, []);
  return open.flatMap(({ copy, message }) => {
    const author = authorOf(message);
    if (!author) return [];
    const sender = { personId: user.id, relations, replyTo: author };
    const { as } = canWrite(sender, [{ person: author.authorId }], policy, clock.now());
    return as === undefined ? [] : [copy];
  });
}
