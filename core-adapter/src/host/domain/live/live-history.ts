// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

/** The most people who are remembered; about 2 MB. */
const MOST = 20_000;

/**
 * Numbers what this process published, and remembers the last number of each person, so that a stream that opens knows
 * whether its page has missed something since it was made.
 */
export class LiveHistory {
  readonly #process = randomBytes(6).toString('hex');
  /** The person told last is the last entry. */
  readonly #last = new Map<string, number>();
  readonly #most: number;
  #count = 0;
  /** The highest number among the people who are no longer remembered. */
  #forgotten = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** The place in the history as of now. */
  position(): string {
    return `${this.#process}-${this.#count}`;
  }

  /** Remembers that people are told something now. @returns the new position */
  note(personIds: readonly string[]): string {
    this.#count += 1;
    for (const id of personIds) {
      this.#last.delete(id);
      this.#last.set(id, this.#count);
    }
    for (const [id, count] of this.#last) {
      if (this.#last.size <= this.#most) break;
      this.#last.delete(id);
      this.#forgotten = count;
    }
    return this.position();
  }

  /** Whether the person may have missed something since a position, such as one of another process. */
  hasMissed(personId: string, position: string): boolean {
    const [process, count] = position.split('-');
    const since = Number(count);
    if (process !== this.#process || !Number.isSafeInteger(since)) return true;
    return since < this.#forgotten || since < (this.#last.get(personId) ?? 0);
  }
}
