// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { UNDELIVERED, type MessageRow } from '../../store/message.entity.js';
import { copiesToRecall } from '../../store/recall.query.js';

const HOUR = 3_600_000;

/**
 * The copies that an author can take back. `all`: nobody has received the message, which becomes a draft again. `unshown`: the copies of an
 * hour of which nobody was shown a word, and deliveries still to come. `shown` and `late`: nothing, since everybody was shown it, or had it
 * for an hour.
 */
export type Recallable = 'all' | 'unshown' | 'shown' | 'late' | 'nothing';

type Recalled = Pick<MessageRow, 'id' | 'state'>;

/** The copies that an author can take back, by the id of the message. */
export async function whatToRecall(
  messages: readonly Recalled[],
  authorId: string,
  { db, clock }: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<ReadonlyMap<string, Recallable>> {
  const messageIds = messages.filter(isSent).map(({ id }) => id);
  if (messageIds.length === 0) return new Map();
  const counted = await db.query(copiesToRecall, { messageIds, authorId, since: recallableSince(clock) });
  const copies = new Map(counted.map((counts) => [counts.messageId, counts]));
  return new Map(messages.map((message) => [message.id, recallableOf(message, copies.get(message.id))]));
}

/** The copies of a message that are not its author's. */
export interface CopyCounts {
  readonly total: number;
  readonly shown: number;
  /** The number of copies that can be taken back. */
  readonly fresh: number;
}

/** @param copies undefined where nobody has received the message */
export function recallableOf(message: Recalled, copies: CopyCounts | undefined): Recallable {
  const { state } = message;
  if (!isSent(message)) return 'nothing';
  if (!copies) return state === 'sent' ? 'nothing' : 'all';
  if (UNDELIVERED.includes(state) || copies.fresh > 0) return 'unshown';
  return copies.shown < copies.total ? 'late' : 'shown';
}

function isSent({ state }: Recalled): boolean {
  return state !== 'draft' && state !== 'recalled';
}

/** Copies that came before this instant stay. */
export function recallableSince(clock: Clock): Date {
  return new Date(clock.now().getTime() - HOUR);
}
