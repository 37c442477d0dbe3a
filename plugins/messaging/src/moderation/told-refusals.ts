// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { readPupilsHours, type PolicyReader } from '../policy/read-policy.js';
import { nextDelivery } from '../rules/quiet-hours.js';
import { RefusalRow } from '../store/refusal.entity.js';

/** The refusals of messages that their author may know of, the oldest first: a word of the night is read in the morning. */
export async function toldRefusals(
  messageIds: readonly string[],
  { db, school, clock }: PolicyReader,
): Promise<readonly RefusalRow[]> {
  if (messageIds.length === 0) return [];
  const refusals = await db
    .repository(RefusalRow)
    .find({ where: { messageId: In([...messageIds]) }, order: { decidedAt: 'ASC', id: 'ASC' } });
  if (refusals.length === 0) return [];
  const hours = await readPupilsHours({ db, school });
  const now = clock.now();
  return refusals.filter(({ decidedAt }) => nextDelivery(decidedAt, hours) <= now);
}
