// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import { withTimeout } from '../util/with-timeout.js';
import { databaseGone, isConnectionLost } from './database-unavailable-error.js';

/** In milliseconds. */
export interface HeartbeatTimes {
  /** The time after which slow work triggers a check, and the interval between checks while the database does not answer. */
  readonly every: number;
  /** The limit for the answer to a check. */
  readonly limit: number;
}

const TIMES: HeartbeatTimes = { every: 1_000, limit: 1_500 };

export interface HeartbeatOptions {
  /** Checks on a connection of its own: those of the pool may all be waiting. */
  readonly ask: () => Promise<void>;
  /** Called once when the database stops answering, and once when it answers again. */
  readonly onLost: () => void;
  readonly onFound: () => void;
  readonly times?: HeartbeatTimes;
}

interface Waiting {
  readonly since: number;
  readonly giveUp: (error: Error) => void;
}

/**
 * Detects that a database server has stopped answering; it is checked only while work takes long. Slow statements and
 * waits for locks may continue; when the server does not answer, work fails within seconds and new work fails at once.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #times: HeartbeatTimes;
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;
  #isLost = false;
  #isSuspect = false;
  #isStopped = false;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#times = options.times ?? TIMES;
  }

  /** @throws DatabaseUnavailableError when the server stops answering; a later result of the work is dropped */
  async during<R>(work: () => Promise<R>): Promise<R> {
    if (this.#isLost) throw databaseGone();
    let waiting: Waiting | undefined;
    const gone = new Promise<never>((_, giveUp) => (waiting = { since: performance.now(), giveUp }));
    if (waiting) this.#waiting.add(waiting);
    this.#plan();
    try {
      return await Promise.race([work(), gone]);
    } catch (error) {
      if (isConnectionLost(error)) this.#isSuspect = true;
      throw error;
    } finally {
      if (waiting) this.#waiting.delete(waiting);
    }
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #plan(): void {
    if (this.#timer || this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#beat(), this.#times.every).unref();
  }

  async #beat(): Promise<void> {
    const latest = performance.now() - this.#times.every;
    const isSlow = [...this.#waiting].some(({ since }) => since <= latest);
    // Twice: a connection may be refused while the server is busy.
    if (this.#isLost || this.#isSuspect || isSlow) this.#note((await this.#answers()) || (await this.#answers()));
    this.#timer = undefined;
    if (this.#isLost || this.#waiting.size > 0) this.#plan();
  }

  #note(answers: boolean): void {
    this.#isSuspect = false;
    if (this.#isStopped) return;
    if (answers && this.#isLost) this.#options.onFound();
    if (!answers && !this.#isLost) this.#options.onLost();
    this.#isLost = !answers;
    if (answers) return;
    for (const { giveUp } of this.#waiting) giveUp(databaseGone());
  }

  async #answers(): Promise<boolean> {
    let answered = false;
    const asked = this.#options.ask().then(() => void (answered = true));
    await withTimeout(this.#times.limit, () => asked).catch(() => undefined);
    // If this process itself was busy, the answer may already have arrived.
    await setImmediate();
    return answered;
  }
}
