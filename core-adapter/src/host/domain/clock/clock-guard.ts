// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { RefusedError } from '../../../api/errors.js';
import type { Clock, Log } from '../../../api/log.js';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { CLOCK } from '../audit/actors.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { CLOCK_ID, ClockRow } from './clock.entity.js';
import { believedFrom, judgeClock, type KnownTimes } from './judge-clock.js';
import { readKnownTimes } from './known-times.js';

/** The interval at which the times are read and stored, in milliseconds. */
const LOOK = 60_000;

/** The number of tries of a look when another process looks at the same time. */
const ATTEMPTS = 3;

export const CLOCK_REMEDY =
  'If the clock is wrong, set it: nothing else is to be done. If it is right, as when the server was off for some weeks, wait, or run "volee job retry --clock-is-right".';

/** A leap of the clock that is over. */
export interface Leap {
  /** The latest time before the leap. */
  readonly before: Date;
  /** The first time of the leap that was noticed. */
  readonly from: Date;
  /** The latest time of the leap that is known. */
  readonly last: Date;
  /** Now. */
  readonly to: Date;
  /** Whether deletions were still waiting: a leap that lasted a whole day, or that the operator confirmed, may have been right. */
  readonly isInDoubt: boolean;
}

export interface ClockGuardOptions {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly auditTrail: AuditTrail;
  /** Repairs times of the leap, in the transaction that notices that the clock is back. */
  readonly onBack: (manager: EntityManager, leap: Leap, now: Date) => Promise<void>;
}

/**
 * Holds deletions by age for a day when the clock is more than three weeks ahead of the latest time that the database knows: with a wrong
 * clock, one night would delete everything that is older than its retention (ADR 73).
 */
export class ClockGuard {
  readonly #options: ClockGuardOptions;
  #looked: { readonly at: Date; readonly times: KnownTimes } | undefined;

  constructor(options: ClockGuardOptions) {
    this.#options = options;
  }

  /** Looks at the clock. @returns the time until which nothing may be deleted by its age; null: deletions may run */
  async heldUntil(): Promise<Date | null> {
    return (await this.#held(this.#options.log))?.heldUntil ?? null;
  }

  async #held(log?: Log): Promise<KnownTimes | undefined> {
    const now = this.#options.clock.now();
    if (!this.#looked || Math.abs(now.getTime() - this.#looked.at.getTime()) >= LOOK) {
      const times = await this.#inTransaction((manager) => this.#look(manager, now, log));
      this.#looked = { at: now, times };
    }
    const { times } = this.#looked;
    return times.heldUntil && times.heldUntil > now ? times : undefined;
  }

  /**
   * For commands, which throw this error in place of a line in the log.
   * @throws RefusedError while nothing may be deleted by its age
   */
  async refuseWhileHeld(): Promise<void> {
    const held = await this.#held();
    if (held) throw new RefusedError(heldSentence(held, this.#options.clock.now()), { remedy: CLOCK_REMEDY });
  }

  /**
   * Confirms that the clock is right. One that shows a time before its leap is believed at once.
   * @param actor `cli`
   * @returns false when nothing was held
   */
  async confirm(actor: string): Promise<boolean> {
    const { clock, auditTrail } = this.#options;
    const now = clock.now();
    this.#looked = undefined;
    return this.#inTransaction(async (manager) => {
      const times = await this.#look(manager, now);
      const { heldUntil, before } = times;
      if (!heldUntil) return false;
      const isBack = believedFrom(times, now) !== undefined;
      const confirmed = { heldUntil: null, ...(isBack && { at: now, before: null, leaptAt: null }) };
      await manager.update(ClockRow, { id: CLOCK_ID }, confirmed);
      if (isBack) await this.#setBack(manager, times, now, now);
      await auditTrail.note({ actor, uai: null, action: 'core.clock.confirm', subject: { clock: now, known: before } });
      return true;
    });
  }

  #inTransaction<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    return retryCollisions(ATTEMPTS, () => this.#options.unitOfWork.transaction(work));
  }

  /** Reads the clock and stores its times. When several processes notice a leap, the first one writes the line. */
  async #look(manager: EntityManager, now: Date, log?: Log): Promise<KnownTimes> {
    const { auditTrail } = this.#options;
    const row = await readKnownTimes(manager, now);
    // An insert that is ignored takes a shared lock on MariaDB, and two processes would wait for each other to update the row.
    if (!(await manager.existsBy(ClockRow, { id: row.id }))) {
      await manager.createQueryBuilder().insert().into(ClockRow).values(row).orIgnore().execute();
    }
    const { times, event } = judgeClock(row, now);
    const { affected } = await manager.update(ClockRow, { id: row.id, at: row.at }, times);
    if (affected !== 1) return times;
    if (event === 'leapt') {
      const { before: known, heldUntil: until } = times;
      await auditTrail.note({
        actor: CLOCK,
        uai: null,
        action: 'core.clock.ahead',
        subject: { clock: now, known, until },
      });
      log?.warn({ clock: now, known, until }, `${heldSentence(times, now)} ${CLOCK_REMEDY}`);
    }
    if (event === 'back') {
      await this.#setBack(manager, row, times.at, now);
      log?.warn({ clock: now }, 'the clock was set back to before it leapt');
    }
    if (event === 'over') log?.info({ clock: now }, 'deletions by age run again');
    return times;
  }

  #setBack(
    manager: EntityManager,
    { before, leaptAt, at: last, heldUntil }: KnownTimes,
    to: Date,
    now: Date,
  ): Promise<void> {
    const leap = { before: before ?? now, from: leaptAt ?? now, last, to };
    return this.#options.onBack(manager, { ...leap, isInDoubt: heldUntil !== null }, now);
  }
}

/** The reason why deletions wait, for people. */
export function heldSentence(times: KnownTimes, now: Date): string {
  const believed = believedFrom(times, now);
  const shows = believed
    ? `The clock showed ${times.at.toISOString()} and shows ${now.toISOString()}`
    : `The clock shows ${now.toISOString()}, more than three weeks after the database was last in use`;
  return `${shows}: nothing is deleted by its age until ${(believed ?? times.heldUntil ?? now).toISOString()}.`;
}
