// SPDX-License-Identifier: EUPL-1.2
import { readDecisions, type PolicyReader } from '../policy/read-policy.js';
import { quietUntil } from '../rules/quiet-hours.js';
import type { MessageRow } from '../../store/message.entity.js';

/** The time that a delivery may take after its message was sent, in milliseconds. */
const A_MOMENT = 60_000;

/**
 * The ids of a person's own messages that leave now: their state says that they wait until the job of the delivery has run. In quiet hours
 * there are none.
 */
export async function onTheirWay(
  messages: readonly Pick<MessageRow, 'id' | 'state' | 'sentAt'>[],
  reader: PolicyReader,
): Promise<ReadonlySet<string>> {
  const { school, clock } = reader;
  const now = clock.now();
  const fresh = messages.filter(
    ({ state, sentAt }) => state === 'waiting' && now.getTime() - sentAt.getTime() < A_MOMENT,
  );
  if (fresh.length === 0) return new Set();
  const { pupils, families } = (await readDecisions(reader)).quietHours;
  const isQuiet = [pupils, families].some(
    (hours) => quietUntil(now, { ...hours, zone: school.timeZone }) !== undefined,
  );
  return new Set(isQuiet ? [] : fresh.map(({ id }) => id));
}
