// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError, type Clock, type Profile, type SchoolDatabase } from '@volee/core-adapter';
import { LessThan } from 'typeorm';
import { SendingRow } from '../store/sending.entity.js';

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
 * The instant from which the user may send again; undefined while they may. Only what the user sends counts, so that nobody else can bring
 * them to the limit, and also what they have taken back since.
 */
export async function waitsUntil({ id, profiles }: Writer, { db, clock }: LimitTools): Promise<Date | undefined> {
  const hour = hourOf(clock);
  const row = await db.repository(SendingRow).findOne({ where: { ownerId: id, hour } });
  return row && row.sent >= limitOf(profiles) ? new Date((hour + 1) * HOUR) : undefined;
}

/** Call it before the transaction that counts a message. Of two requests at the same time, one begins the hour. */
export async function beginHour({ id }: Writer, { db, clock }: LimitTools): Promise<void> {
  const sendings = db.repository(SendingRow);
  const row = { ownerId: id, hour: hourOf(clock) };
  if ((await sendings.count({ where: row })) > 0) return;
  try {
    await sendings.insert([{ ...row, sent: 0 }]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

/**
 * Counts a message in the transaction that sends it: other requests of the user wait for its end, so that the limit is exact.
 * @throws BusyError for more messages in an hour than anybody writes by hand
 */
export async function countMessage({ id, profiles }: Writer, { db, clock }: LimitTools): Promise<void> {
  const hour = hourOf(clock);
  const counted = await db
    .repository(SendingRow)
    .increment({ ownerId: id, hour }, { sent: 1 }, { sent: { atMost: limitOf(profiles) } });
  if (counted > 0) return;
  const until = new Date((hour + 1) * HOUR).toISOString();
  throw new BusyError(`The user has sent too many messages in an hour, and has to wait until ${until}.`, {
    remedy: 'Send the message after that instant.',
  });
}

/** Deletes the counts of hours that are over. */
export async function forgetHours({ db, clock }: LimitTools): Promise<void> {
  await db.repository(SendingRow).delete({ hour: LessThan(hourOf(clock)) });
}

function hourOf(clock: Clock): number {
  return Math.floor(clock.now().getTime() / HOUR);
}

function limitOf(profiles: readonly Profile[]): number {
  return Math.max(...profiles.map((profile) => LIMITS.get(profile) ?? LIMIT_OF_ADULTS));
}
