// SPDX-License-Identifier: EUPL-1.2
import { Cron } from 'croner';
import { UnavailableError } from '../api/errors.js';
import { SettingsError } from '../host/infra/util/settings-error.js';
import type { Log } from '../api/log.js';
import { asError } from '../host/infra/util/as-error.js';
import { errorMessage } from '../host/infra/util/error-message.js';

/** The scheduled work of a host. Errors are logged, and the schedule continues. */
export class Schedules {
  readonly #log: Log;
  readonly #crons: Cron[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #interrupt = new AbortController();

  constructor(log: Log) {
    this.#log = log;
  }

  /**
   * Runs work by a cron pattern, never twice at the same time.
   * @throws SettingsError on an invalid pattern
   */
  add(name: string, pattern: string, work: (signal: AbortSignal) => Promise<void>): void {
    try {
      this.#crons.push(new Cron(pattern, { protect: true }, () => this.#run(name, work)));
    } catch (error) {
      throw new SettingsError([`${name}: "${pattern}" is not a cron pattern (${errorMessage(error)})`]);
    }
  }

  /** Runs work until the host stops. */
  keep(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    void this.#run(name, work);
  }

  /** Interrupts running work and waits for its end. After that, none of it uses the database. */
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
