// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError, type Clock, type Profile, type SchoolDatabase } from '@volee/core-adapter';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import { nextTurn, rationOf } from '../rules/ration.js';
import { RationRow, type RationedAct } from '../../store/ration.entity.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Writer {
  readonly id: string;
  readonly profiles: readonly Profile[];
}

interface RationTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

const storedInstants = z.array(z.number());

/**
 * The instant from which the user may do this again; undefined while they may. Only what the user does counts, so that nobody else can
 * bring them to the limit, and also what they have undone since.
 */
export async function waitsUntil(
  act: RationedAct,
  { id, profiles }: Writer,
  { db, clock }: RationTools,
): Promise<Date | undefined> {
  const row = await db.repository(RationRow).findOne({ where: { ownerId: id, act } });
  const turn = nextTurn(row ? instantsOf(row) : [], rationOf(profiles), clock.now().getTime());
  // The instant is rounded up to a minute: pages show no seconds.
  return 'until' in turn ? new Date(Math.ceil(turn.until / MINUTE) * MINUTE) : undefined;
}

/** Makes the row that `takeTurn` and `waitTurn` lock. Call it before their transaction: of two requests at the same time, one inserts it. */
export async function beginTurns(
  act: RationedAct,
  { id }: Pick<Writer, 'id'>,
  { db, clock }: RationTools,
): Promise<void> {
  const rations = db.repository(RationRow);
  const row = { ownerId: id, act };
  if ((await rations.update(row, { lastAt: clock.now() })) > 0) return;
  try {
    await rations.insert([{ ...row, turns: 0, instants: '[]', lastAt: clock.now() }]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

/**
 * Waits until no other request of the user does this act, and keeps others from it until the transaction ends. Call it before anything is
 * read.
 */
export async function waitTurn(
  act: RationedAct,
  { id }: Pick<Writer, 'id'>,
  { db }: Pick<RationTools, 'db'>,
): Promise<void> {
  const locked = await db.repository(RationRow).increment({ ownerId: id, act }, { turns: 1 });
  if (locked === 0) throw new ConflictError('The counts of the user were removed meanwhile.');
}

/**
 * Counts an act in the transaction that does it: other requests of the user wait for its end, so that the limit is exact.
 * @throws BusyError for more acts in an hour than anybody does by hand
 */
export async function takeTurn(act: RationedAct, writer: Writer, { db, clock }: RationTools): Promise<void> {
  await waitTurn(act, writer, { db });
  const rations = db.repository(RationRow);
  const where = { ownerId: writer.id, act };
  const row = await rations.findOne({ where });
  const now = clock.now();
  const turn = nextTurn(row ? instantsOf(row) : [], rationOf(writer.profiles), now.getTime());
  if ('until' in turn) {
    const until = new Date(turn.until).toISOString();
    throw new BusyError(`The user has done too much in an hour (${act}), and has to wait until ${until}.`, {
      remedy: 'Do it after that instant.',
    });
  }
  await rations.update(where, { instants: JSON.stringify(turn.instants), lastAt: now });
}

/** Deletes the counts of people who have done nothing for an hour. */
export async function forgetTurns({ db, clock }: RationTools): Promise<void> {
  await db.repository(RationRow).delete({ lastAt: LessThan(new Date(clock.now().getTime() - HOUR)) });
}

/** The instants in a row; a row that was broken by hand has none. */
function instantsOf({ instants }: Pick<RationRow, 'instants'>): readonly number[] {
  try {
    return storedInstants.parse(JSON.parse(instants));
  } catch {
    return [];
  }
}
