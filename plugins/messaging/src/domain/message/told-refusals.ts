// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { readPupilsHours, type PolicyReader } from '../policy/read-policy.js';
import { nextDelivery } from '../rules/quiet-hours.js';
import { RefusalRow } from '../../store/refusal.entity.js';

/**
 * The refusals of messages that their author may know of, the oldest first: a word of the night is read in the morning. What this returns counts
 * as told, so that a change of the quiet hours hides it no more. Not for use inside a transaction.
 */
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
  const told = refusals.filter(({ toldAt, decidedAt }) => toldAt !== null || nextDelivery(decidedAt, hours) <= now);
  const fresh = told.filter(({ toldAt }) => toldAt === null);
  if (fresh.length > 0) await markTold({ id: In(fresh.map(({ id }) => id)) }, { db, clock });
  return told;
}

/** Remembers that the author of a message can read these refusals. */
export async function markTold(
  refusals: Pick<FindOptionsWhere<RefusalRow>, 'id' | 'messageId'>,
  { db, clock }: Pick<PolicyReader, 'db' | 'clock'>,
): Promise<void> {
  await db.repository(RefusalRow).update({ ...refusals, toldAt: IsNull() }, { toldAt: clock.now() });
}
