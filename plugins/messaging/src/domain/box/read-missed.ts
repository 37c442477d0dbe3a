// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import type { Recipient } from '../rules/recipients.js';
import { RecipientRow } from '../../store/recipient.entity.js';

/** The people that authors named and that their delivered messages do not reach, by the id of the message. */
export async function readMissed(
  messageIds: readonly string[],
  db: SchoolDatabase,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .repository(RecipientRow)
    .find({ where: { messageId: In([...messageIds]), missedAt: Not(IsNull()) } });
  const missed = new Map<string, Set<string>>();
  for (const { messageId, toPerson } of rows) {
    if (toPerson !== null) missed.set(messageId, (missed.get(messageId) ?? new Set()).add(toPerson));
  }
  return missed;
}

/** Whether a recipient is among the people that a message does not reach. */
export function isMissed(recipient: Recipient, missed: ReadonlySet<string> | undefined): boolean {
  return 'person' in recipient && missed?.has(recipient.person) === true;
}
