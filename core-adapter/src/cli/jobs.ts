// SPDX-License-Identifier: EUPL-1.2
import { Cron } from 'croner';
import { SettingsError, UnavailableError } from '../api/errors.js';
import type { Log } from '../api/log.js';
import { asError } from '../host/infra/util/as-error.js';
import { errorMessage } from '../host/infra/util/error-message.js';

/** What a host does by the clock. Whatever fails is logged; the clock goes on. */
export class Jobs {
  readonly #log: Log;
  readonly #crons: Cron[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #interrupt = new AbortController();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Does something whenever a cron pattern says so, and never twice at a time. @throws SettingsError on a wrong pattern */
  add(name: string, pattern: string, work: (signal: AbortSignal) => Promise<void>): void {
    try {
      this.#crons.push(new Cron(pattern, { protect: true }, () => this.#run(name, work)));
    } catch (error) {
      throw new SettingsError([`${name}: "${pattern}" is no cron pattern (${errorMessage(error)})`]);
    }
  }

  /** Does something for as long as the host runs. */
  keep(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    void this.#run(name, work);
  }

  /** Interrupts what is under way and waits for its end: afterwards nothing uses the database any more. */
  async stop(): Promise<void> {
    for (const cron of this.#crons) cron.stop();
    this.#interrupt.abort(new UnavailableError('The host is stopping.'));
    await Promise.all(this.#running);
  }

  async #run(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const run = work(this.#interrupt.signal).catch((error: unknown) =>
      this.#log.error({ err: asError(error) }, `${name} failed`),
    );
    this.#running.add(run);
    await run;
    this.#running.delete(run);
  }
}
