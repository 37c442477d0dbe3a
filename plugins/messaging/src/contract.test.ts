// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { brickContract, type ExampleAbout } from '@volee/core-adapter/testing';
import brick from './index.js';
import { foldedText } from './send/message-text.js';
import { CopyRow, type Box } from './store/copy.entity.js';
import { MessageRow } from './store/message.entity.js';
import { RecipientRow } from './store/recipient.entity.js';
import { ReviewRow } from './store/review.entity.js';
import { TextRow } from './store/text.entity.js';

const AT = new Date('2026-11-24T09:00:00Z');

/** A message of the person, with the marker in its text. */
async function message({ db, personId, marker }: ExampleAbout, state: MessageRow['state']): Promise<MessageRow> {
  const threadId = randomUUID();
  const [row] = await db.repository(MessageRow).insert([
    {
      ...{ threadId, replyToId: null, authorId: personId, asProfile: 'teacher', subject: marker, state },
      ...{ version: 1, urgent: false, sentAt: AT },
    },
  ]);
  if (!row) throw new Error('The message was not written.');
  await db.repository(TextRow).insert([{ messageId: row.id, body: marker, folded: foldedText(marker, marker) }]);
  return row;
}

/** A message of which the person has a copy. */
async function copy(about: ExampleAbout, box: Box, at = AT): Promise<string> {
  const { db, personId } = about;
  const { id: messageId, threadId } = await message(about, 'sent');
  await db.repository(RecipientRow).insert([{ messageId, toPerson: personId, toGroup: null, part: null }]);
  const [row] = await db.repository(CopyRow).insert([
    {
      ...{ ownerId: personId, threadId, messageId, box, isLast: true, at },
      ...{ readAt: null, hiddenAt: null, purgeAt: null },
    },
  ]);
  return row?.id ?? '';
}

/** A message that waits for a teacher of the class. Its author's copy is left out: the scope is that of the review. */
async function review(about: ExampleAbout, decidedBy: string | null = null): Promise<string> {
  const { db, groupId } = about;
  const { id: messageId } = await message(about, 'held');
  const state = decidedBy === null ? 'waiting' : 'refused';
  const decision = { decidedBy, decidedAt: decidedBy === null ? null : AT, word: null };
  const [row] = await db
    .repository(ReviewRow)
    .insert([{ messageId, groupId, state, version: 1, heldAt: AT, ...decision }]);
  return row?.id ?? '';
}

/** The newest message ends the page before; an older one is on this page. */
const pageOf = (box: Box) => async (about: ExampleAbout) => {
  const after = await copy(about, box);
  await copy(about, box, new Date(AT.getTime() - 1_000));
  return { query: { after } };
};

brickContract(brick, {
  examples: {
    'GET /': pageOf('inbox'),
    'GET /sent': pageOf('sent'),
    'GET /copies/:id': async (about) => ({ params: { id: await copy(about, 'inbox') } }),
    'POST /copies/:id/reply': async (about) => ({
      params: { id: await copy(about, 'inbox') },
      form: { body: about.marker },
    }),
    'GET /write': ({ personId, groupId, marker }) => ({
      query: { q: marker.slice(0, 8), toPerson: personId, toTeamOf: groupId },
    }),
    'POST /write': ({ personId, groupId, marker }) => ({
      form: { toPerson: personId, toTeamOf: groupId, subject: marker, body: marker },
    }),
    'GET /reviews': async (about) => {
      await review(about);
      await review(about, about.personId);
      return {};
    },
    'POST /reviews/:id/accept': async (about) => ({ params: { id: await review(about) }, form: { version: '1' } }),
    'POST /reviews/:id/refuse': async (about) => ({
      params: { id: await review(about) },
      form: { version: '1', reason: 'own-words', word: about.marker },
    }),
  },
  showsNothing: { 'GET /write': 'it counts the messages of the last hour' },
  notExported: { 'messaging_copy.isLast': 'worked out from the other copies of the thread' },
});
