// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../api/log.js';

/** The clock of the demo: that of the computer, except while the past week is filled. */
export class DemoClock implements Clock {
  #stopped: Date | undefined;

  now(): Date {
    return this.#stopped ?? new Date();
  }

  /** Stops the clock at an instant. */
  set(now: Date): void {
    this.#stopped = now;
  }

  /** Lets the clock show the time of the computer again. */
  release(): void {
    this.#stopped = undefined;
  }
}
