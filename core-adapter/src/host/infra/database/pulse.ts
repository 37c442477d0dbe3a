// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import { withTimeout } from '../util/with-timeout.js';
import { databaseGone, isConnectionLost } from './database-unavailable-error.js';

/** In milliseconds. */
export interface PulseTimes {
  /** How long work may take before the database is asked whether it is there; and how often it is asked while it is not. */
  readonly every: number;
  /** How long it may take to say so. */
  readonly limit: number;
}

const TIMES: PulseTimes = { every: 1_000, limit: 1_500 };

export interface PulseOptions {
  /** Asks on a connection of its own: those of the pool may all wait. */
  readonly ask: () => Promise<void>;
  /** Called once when it does not answer any more, and once when it answers again. */
  readonly onLost: () => void;
  readonly onFound: () => void;
  readonly times?: PulseTimes;
}

interface Waiting {
  readonly since: number;
  readonly giveUp: (error: Error) => void;
}

/**
 * Whether a database server answers at all, asked only while work on it takes long. A statement that is slow, or waits for a lock, may
 * take its time; on a server that has stopped answering it fails within seconds, and from then on at once.
 */
export class Pulse {
  readonly #options: PulseOptions;
  readonly #times: PulseTimes;
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;
  #isLost = false;
  #isSuspect = false;
  #isStopped = false;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#times = options.times ?? TIMES;
  }

  /** @throws DatabaseUnavailableError when the server does not answer meanwhile; what the work gives later is dropped */
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
    // Where this process itself was busy, the answer may have come already.
    await setImmediate();
    return answered;
  }
}
