// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../api/log.js';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Date;

  /** @param now an instant, or an instant in ISO 8601 */
  constructor(now: Date | string = '2025-11-25T04:00:00.123Z') {
    this.#now = new Date(now);
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: Date | string): void {
    this.#now = new Date(now);
  }

  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
