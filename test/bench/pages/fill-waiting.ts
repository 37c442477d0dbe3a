// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { insertRows, type Row } from '../consoles/insert-rows.js';

/** The maker of ids, and the house that they are for. */
interface Filling {
  readonly host: Host;
  readonly newId: (at: Date) => string;
}

/** The author of messages in a school. */
interface Writing {
  readonly uai: string;
  readonly authorId: string;
}

const UNREAD = 2;
const HOUR = 3_600_000;

/** Gives each reader two messages that they have not opened. */
export async function fillUnread(filling: Filling, writing: Writing, readerIds: readonly string[]): Promise<void> {
  const copies = [...new Set(readerIds)].flatMap((readerId) => Array.from({ length: UNREAD }, () => readerId));
  for (const readerId of copies) {
    const { at, id, common } = await fillMessage(filling, { ...writing, asProfile: 'teacher', to: readerId }, 'sent');
    const copy = { ...common, id: filling.newId(at), ownerId: readerId, box: 'inbox', threadId: id, isLast: true, at };
    await insertRows(filling.host.database.dataSource, 'messaging_copy', [copy]);
  }
}

/** A message of a pupil to a classmate, for the teachers of their class to accept. */
export async function fillReview(
  filling: Filling,
  { uai, groupId, pupilIds }: { readonly uai: string; readonly groupId: string; readonly pupilIds: readonly string[] },
): Promise<void> {
  const [authorId = '', to = ''] = pupilIds;
  const { at, common } = await fillMessage(filling, { uai, authorId, asProfile: 'pupil', to }, 'held');
  const review = {
    ...common,
    id: filling.newId(at),
    groupId,
    state: 'waiting',
    version: 1,
    heldAt: at,
    heldFor: 'consent',
  };
  await insertRows(filling.host.database.dataSource, 'messaging_review', [review]);
}

interface InventedMessage extends Writing {
  readonly asProfile: 'teacher' | 'pupil';
  readonly to: string;
}

interface FilledMessage {
  readonly at: Date;
  readonly id: string;
  readonly common: { readonly school: string; readonly messageId: string };
}

async function fillMessage(
  { host: { clock, database }, newId }: Filling,
  { uai, authorId, asProfile, to }: InventedMessage,
  state: 'sent' | 'held',
): Promise<FilledMessage> {
  const at = new Date(clock.now().getTime() - HOUR);
  const id = newId(at);
  const common = { school: uai, messageId: id };
  const message = { id, school: uai, threadId: id, authorId, asProfile, subject: 'Sortie', state, sentAt: at };
  const insert = (table: string, row: Row): Promise<void> =>
    insertRows(database.dataSource, `messaging_${table}`, [row]);
  await insert('message', { ...message, version: 2, urgent: false });
  await insert('text', { ...common, id: newId(at), body: 'Bonjour', folded: 'sortie\nbonjour' });
  await insert('recipient', { ...common, id: newId(at), toPerson: to });
  return { at, id, common };
}
