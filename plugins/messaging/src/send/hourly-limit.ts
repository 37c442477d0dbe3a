// SPDX-License-Identifier: EUPL-1.2
import { BusyError, type Clock, type Profile, type SchoolDatabase } from '@volee/core-adapter';
import { MoreThan, Not, type FindOptionsWhere } from 'typeorm';
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
  const newest = await db.repository(MessageRow).find({
    select: ['sentAt'],
    where: sentInHour(id, clock),
    order: { sentAt: 'DESC', id: 'DESC' },
    take: limit,
  });
  const oldest = newest[limit - 1];
  return oldest && new Date(oldest.sentAt.getTime() + HOUR);
}

/**
 * The first message that the user has sent in this hour, for `refuseTooMany`. Ask before the transaction: once it has read anything, it
 * does not see what other requests commit.
 */
export async function firstOfHour({ id }: Writer, { db, clock }: LimitTools): Promise<string | undefined> {
  const first = { where: sentInHour(id, clock), order: { sentAt: 'ASC', id: 'ASC' } } as const;
  return (await db.repository(MessageRow).findOne(first))?.id;
}

/**
 * Of two requests at the same time, the second one waits for the row of the first message of the hour, and then counts what the first
 * one wrote.
 * @throws BusyError for more messages in an hour than anybody writes by hand
 */
export async function refuseTooMany(writer: Writer, first: string | undefined, tools: LimitTools): Promise<void> {
  if (first !== undefined) await tools.db.repository(MessageRow).increment({ id: first }, 'version', 0);
  const until = await waitsUntil(writer, tools);
  if (until === undefined) return;
  throw new BusyError(`The user has sent too many messages in an hour, and has to wait until ${until.toISOString()}.`, {
    remedy: 'Send the message after that instant.',
  });
}

function sentInHour(authorId: string, clock: Clock): FindOptionsWhere<MessageRow> {
  const since = new Date(clock.now().getTime() - HOUR);
  return { authorId, sentAt: MoreThan(since), state: Not('draft' as const) };
}
