// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Clock, type Live, type SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { markLast, THREAD_BOXES } from './mark-last.js';

const DAY = 86_400_000;
export const DAYS_IN_TRASH = 30;

/** `restore`: back to where each copy belongs. `unread`: the newest message is new again. */
export const MOVES = ['archive', 'trash', 'restore', 'unread'] as const;
export type Move = (typeof MOVES)[number];

interface MoveTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
  readonly live: Live;
}

/** The copies that a move is about, where they are not all of their box. */
export interface MoveOf {
  /** Ids of copies: others stay where they are. */
  readonly copies?: readonly string[] | undefined;
  /** Where `restore` puts copies that were in the archives; drafts go to the drafts. */
  readonly into?: 'archive' | undefined;
}

interface Moved {
  /** The box of the copy afterwards. */
  readonly box: Box;
  /** The ids of the copies that were moved. */
  readonly copies: readonly string[];
}

const FROM: Readonly<Record<Move, readonly Box[]>> = {
  archive: ['inbox', 'sent'],
  trash: ['inbox', 'sent', 'drafts', 'archive'],
  restore: ['archive', 'trash'],
  unread: ['inbox', 'archive'],
};

/**
 * Moves the copies of a thread in one box of their owner, or the one copy of a message that was sent. Nothing of another person changes.
 * @throws ConflictError when the copy is in a box where the move does not begin, such as after a second tap, or when nothing is left to
 * move, such as after the night that empties the trash
 */
export async function moveThread(
  copy: CopyRow,
  move: Move,
  { db, clock, live }: MoveTools,
  { copies: only, into }: MoveOf = {},
): Promise<Moved> {
  const { id, box, ownerId, threadId } = copy;
  if (!FROM[move].includes(box) || into === box)
    throw new ConflictError(`No copy in ${box} can be moved by "${move}".`);
  const copies = db.repository(CopyRow);
  const isThread = THREAD_BOXES.includes(box);
  const moved = await db.transaction(async () => {
    const found = await copies.find({
      where: { ownerId, box, hiddenAt: IsNull(), ...(isThread ? { threadId } : { id }) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const moving = only ? found.filter((one) => only.includes(one.id)) : found;
    if ((await moveCopies(moving, move, { ownerId, db, clock, into })) === 0)
      throw new ConflictError(`Nothing is left in ${box} that can be moved by "${move}".`);
    for (const one of THREAD_BOXES) await markLast([threadId], { ownerId, box: one }, db);
    live.publish([ownerId], 'messages');
    return moving;
  });
  return { box: (await copies.findOne({ where: { id } }))?.box ?? box, copies: moved.map((one) => one.id) };
}

/** @returns the number of copies that were still there */
function moveCopies(
  moving: readonly CopyRow[],
  move: Move,
  { ownerId, db, clock, into }: Pick<MoveTools, 'db' | 'clock'> & Pick<CopyRow, 'ownerId'> & Pick<MoveOf, 'into'>,
): Promise<number> {
  if (move === 'restore') return restore(moving, { ownerId, into }, db);
  const copies = db.repository(CopyRow);
  const ids = moving.map(({ id }) => id);
  if (move === 'unread') return copies.update({ id: In(ids.slice(-1)) }, { readAt: null });
  const purgeAt = move === 'trash' ? new Date(clock.now().getTime() + DAYS_IN_TRASH * DAY) : null;
  return copies.update({ id: In(ids) }, { box: move, purgeAt, isLast: false });
}

/**
 * Puts copies back: the owner's own messages go to the drafts or the sent ones, except messages to oneself; all others to the inbox;
 * or all but drafts into the archives.
 * @returns the number of copies that were still there
 */
async function restore(
  moving: readonly CopyRow[],
  { ownerId, into }: Pick<CopyRow, 'ownerId'> & Pick<MoveOf, 'into'>,
  db: SchoolDatabase,
): Promise<number> {
  const messageIds = moving.map(({ messageId }) => messageId);
  const written = await db.repository(MessageRow).find({ where: { id: In(messageIds), authorId: ownerId } });
  const toSelf = await db.repository(RecipientRow).find({ where: { messageId: In(messageIds), toPerson: ownerId } });
  const states = new Map(written.map(({ id, state }) => [id, state]));
  let restored = 0;
  for (const { id, messageId } of moving) {
    const state = states.get(messageId);
    const isReceived = state === undefined || (state !== 'draft' && toSelf.some((one) => one.messageId === messageId));
    const own = state === 'draft' ? 'drafts' : (into ?? 'sent');
    const box = isReceived ? (into ?? 'inbox') : own;
    const isLast = !THREAD_BOXES.includes(box);
    restored += await db.repository(CopyRow).update({ id }, { box, purgeAt: null, isLast });
  }
  return restored;
}
