// SPDX-License-Identifier: EUPL-1.2
import { BusyError, type Clock, type Profile, type SchoolDatabase } from '@volee/core-adapter';
import { MoreThan, Not } from 'typeorm';
import { MessageRow } from '../store/message.entity.js';

const HOUR = 3_600_000;

/** Messages in an hour, by the profile that may send the most. */
const LIMITS: ReadonlyMap<Profile, number> = new Map([
  ['pupil', 20],
  ['guardian', 40],
]);
const LIMIT_OF_ADULTS = 200;

export interface Writer {
  readonly id: string;
  readonly profiles: readonly Profile[];
}

interface LimitTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/**
 * The instant from which the user may send again; undefined while they may. Only the user's own messages count, so that nobody else can
 * bring them to the limit, and no drafts.
 */
export async function waitsUntil({ id, profiles }: Writer, { db, clock }: LimitTools): Promise<Date | undefined> {
  const limit = Math.max(...profiles.map((profile) => LIMITS.get(profile) ?? LIMIT_OF_ADULTS));
  const since = new Date(clock.now().getTime() - HOUR);
  const newest = await db.repository(MessageRow).find({
    select: ['sentAt'],
    where: { authorId: id, sentAt: MoreThan(since), state: Not('draft' as const) },
    order: { sentAt: 'DESC', id: 'DESC' },
    take: limit,
  });
  const oldest = newest[limit - 1];
  return oldest && new Date(oldest.sentAt.getTime() + HOUR);
}

/** @throws BusyError for more messages in an hour than anybody writes by hand */
export async function refuseTooMany(writer: Writer, tools: LimitTools): Promise<void> {
  const until = await waitsUntil(writer, tools);
  if (until === undefined) return;
  throw new BusyError(`The user has sent too many messages in an hour, and has to wait until ${until.toISOString()}.`, {
    remedy: 'Send the message after that instant.',
  });
}
