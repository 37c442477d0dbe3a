// SPDX-License-Identifier: EUPL-1.2
import { SchoolDays } from '../week/school-days.js';
import type { StoryOptions } from '../story-options.js';

const DAY = 86_400_000;

/** The time of a story: school days before today, on which the clock of the host is set. */
export class Story {
  readonly #clock: StoryOptions['clock'];
  readonly #days: SchoolDays;
  readonly #options: StoryOptions;
  readonly #begin: Date;
  /** The instant of the last step. The next one is at least a second later, also when there are fewer school days before today. */
  #last: number;

  constructor(options: StoryOptions, begin = options.host.clock.now()) {
    this.#clock = options.clock;
    this.#days = new SchoolDays(options.now);
    this.#options = options;
    this.#begin = begin;
    this.#last = begin.getTime();
  }

  /** Another story that begins at the same instant. */
  another(): Story {
    return new Story(this.#options, this.#begin);
  }

  /** Goes on to an hour of a school day before today. */
  at(daysBefore: number, hour: string): void {
    this.#last = Math.max(this.#last + 1_000, this.#days.instant(daysBefore, hour).getTime());
    this.#clock.set(new Date(this.#last));
  }

  /**
   * A school day after today, as 2026-11-26; before it for a negative number. It is after the day of the story: a work can be due by then.
   */
  day(days: number): string {
    const next = new Date(this.#last + DAY).toISOString().slice(0, 10);
    const day = this.#days.date(days);
    return day > next ? day : next;
  }
}
