// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from '../api/day.js';
import type { LocalClock } from '../api/log.js';

/** A clock that stands still until a test moves it, in Europe/Paris. @stable */
export class TestClock implements LocalClock {
  #now: Date;

  /** @param now an instant, or an instant in ISO 8601 */
  constructor(now: Date | string = '2025-11-25T04:00:00.123Z') {
    this.#now = new Date(now);
  }

  now(): Date {
    return new Date(this.#now);
  }

  today(): string {
    return dayOf(this.#now, 'Europe/Paris');
  }

  set(now: Date | string): void {
    this.#now = new Date(now);
  }

  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
