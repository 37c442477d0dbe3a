// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { authorOf } from '../message/read-message.js';
import { BOX_ORDER, PAGE, type BoxPage, type ReadLetters } from '../box/read-box.js';
import { copiesWithoutWords, showCopies } from '../box/show-copies.js';
import { readPolicy } from '../policy/read-policy.js';
import { canWrite } from '../rules/can-write.js';
import { relationsFor } from '../message/relations-for.js';
import { CopyRow } from '../../store/copy.entity.js';
import { unansweredCopies } from '../../store/unanswered.query.js';

/** A place before the newest copy. */
const NEWEST = { at: new Date('9999-12-31T00:00:00Z'), messageId: '' };

/**
 * A page of the messages that wait for an answer, the newest first: written to the user by name, not answered since, and the rules permit
 * an answer now. Other messages, such as circulars, do not hide one that waits.
 */
export async function readAnswerable(
  after: string | undefined,
  request: MessagingRequest,
  lettersOf: ReadLetters = showCopies,
): Promise<BoxPage> {
  const { db, user, clock } = request;
  const ownerId = user.id;
  const copies = db.repository(CopyRow);
  let last = after === undefined ? undefined : await copies.findOne({ where: { id: after, ownerId, box: 'inbox' } });
  const found: CopyRow[] = [];
  for (let isMore = true; isMore;) {
    const { at, messageId } = last ?? NEWEST;
    const ids = await db.query(unansweredCopies, { ownerId, isLast: true, at, messageId, most: PAGE });
    const part = await copies.find({ where: { id: In(ids.map(({ id }) => id)) }, order: BOX_ORDER });
    found.push(...(await permitted(part, request)));
    last = part.at(-1) ?? last;
    isMore = ids.length === PAGE && found.length <= PAGE;
  }
  const shown = found.slice(0, PAGE);
  return { lines: await lettersOf(shown, { db, clock }), next: found.length > PAGE ? shown.at(-1)?.id : undefined };
}

/** The messages among these that the rules permit to answer. */
async function permitted(copies: readonly CopyRow[], request: MessagingRequest): Promise<CopyRow[]> {
  const { db, user, clock, directory } = request;
  const received = (await copiesWithoutWords(copies, { db })).filter(
    ({ message }) => message.authorId !== null && message.authorId !== user.id,
  );
  if (received.length === 0) return [];
  const persons = received.flatMap(({ message }) => (message.authorId ? [{ person: message.authorId }] : []));
  const relations = await relationsFor(user.id, persons, directory);
  const policy = await readPolicy(request, []);
  return received.flatMap(({ copy, message }) => {
    const author = authorOf(message);
    if (!author) return [];
    const sender = { personId: user.id, relations, replyTo: author };
    const { as } = canWrite(sender, [{ person: author.authorId }], policy, clock.now());
    return as === undefined ? [] : [copy];
  });
}
