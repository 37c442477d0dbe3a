// SPDX-License-Identifier: EUPL-1.2
import { BusyError, type SchoolDatabase } from '@volee/core-adapter';
import type { DeliveryPlan } from '../message/delivery-plan.js';
import { MessageRow } from '../../store/message.entity.js';

/** The maximum number of messages of one author that wait for a teacher at the same time: nobody reads more of them with care. */
export const MOST_CONSENTS = 10;

/** Whether the author has as many messages with teachers as there may be. */
export async function waitsForConsents(authorId: string, db: SchoolDatabase): Promise<boolean> {
  return (await db.repository(MessageRow).count({ where: { authorId, state: 'held' } })) >= MOST_CONSENTS;
}

/**
 * Call it in the transaction that sends, once the turn of the author is taken, so that the number is exact.
 * @throws BusyError for one more message that a teacher would have to accept
 */
export async function requireConsentRoom(
  authorId: string,
  { held }: Pick<DeliveryPlan, 'held'>,
  db: SchoolDatabase,
): Promise<void> {
  if (held.size === 0 || !(await waitsForConsents(authorId, db))) return;
  throw new BusyError(`The user has ${MOST_CONSENTS} messages that wait for a teacher to accept them.`, {
    remedy: 'Send the message once a teacher has decided about one of them.',
  });
}
