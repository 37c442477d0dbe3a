// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Example, ExampleAbout, QueryExample } from '@volee/core-adapter/testing';
import { CopyRow } from '../../store/copy.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { exampleCopy, exampleMessage, pageOf } from './example-rows-for-tests.js';

/** A message of the person to all guardians; two of them have a copy. */
async function exampleCircular(about: ExampleAbout): Promise<string> {
  const { db, personId } = about;
  const { id: messageId, threadId } = await exampleMessage(about, 'sent');
  const named = { messageId, toPerson: null, toGroup: null, part: 'guardian', missedAt: null } as const;
  await db.repository(RecipientRow).insert([named]);
  const at = new Date();
  const copy = { threadId, messageId, isLast: true, at, readAt: null, shownAt: at } as const;
  const kept = { recalledAt: null, hiddenAt: null, purgeAt: null };
  const received = [randomUUID(), randomUUID()].map((ownerId) => ({
    ...copy,
    ...kept,
    ownerId,
    box: 'inbox' as const,
  }));
  const [own] = await db
    .repository(CopyRow)
    .insert([{ ...copy, ...kept, ownerId: personId, box: 'sent' as const }, ...received]);
  return own?.id ?? '';
}

export const mailboxExamples: Readonly<Record<string, Example>> = {
  'GET /': pageOf('inbox'),
  'GET /boxes/:box': async (about) => ({ params: { box: 'sent' }, ...(await pageOf('sent')(about)) }),
  'GET /copies/:id': async (about) => ({
    params: { id: await exampleCopy(about, 'inbox') },
    ...(await pageOf('inbox')(about)),
  }),
  'GET /copies/:id/readers': async (about) => ({ params: { id: await exampleCircular(about) } }),
  'POST /copies/:id/move': async (about) => ({
    params: { id: await exampleCopy(about, 'inbox') },
    form: { to: 'trash' },
  }),
  'POST /copies/:id/recall': async (about) => ({
    params: { id: await exampleCopy(about, 'sent', { state: 'waiting' }) },
  }),
  'POST /copies/:id/reply': async (about) => ({
    params: { id: await exampleCopy(about, 'inbox') },
    form: { body: about.marker },
  }),
};

export const mailboxQueries: Readonly<Record<string, QueryExample>> = {
  readersByMessage: aboutCopiesOfOthers,
  copiesToRecall: async (about) => ({ ...(await aboutCopiesOfOthers(about)), since: new Date(0) }),
  trashOwners: async (about) => {
    await exampleCopy(about, 'trash');
    return { box: 'trash' };
  },
  unansweredCopies: async (about) => {
    await exampleCopy(about, 'inbox', { authorId: null });
    return { ownerId: about.personId, isLast: true, at: new Date('9999-12-31'), messageId: '', most: 10 };
  },
  waitingOf: async (about) => {
    await exampleCopy(about, 'inbox');
    const since = { openedSince: new Date(0), refusedSince: new Date(0), withRead: true, most: 10 };
    return { ownerId: about.personId, isLast: true, groupIds: [about.groupId], ...since };
  },
  openingsOfThread: async (about) => {
    const id = await exampleCopy(about, 'inbox');
    const copy = await about.db.repository(CopyRow).findOne({ where: { id } });
    const { threadId = '', messageId = '' } = copy ?? {};
    const opening = { reportId: randomUUID(), messageId, openedBy: null, openedAt: new Date(), endedAt: null };
    await about.db.repository(OpeningRow).insertOne({ ...opening, reason: about.marker });
    return { threadId, ownerId: about.personId };
  },
};

/** A message by another author of which the person has a copy. */
async function aboutCopiesOfOthers(about: ExampleAbout): Promise<{ messageIds: string[]; authorId: string }> {
  const id = await exampleCopy(about, 'inbox');
  const copy = await about.db.repository(CopyRow).findOne({ where: { id } });
  return { messageIds: copy ? [copy.messageId] : [], authorId: randomUUID() };
}
