// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import { errorText } from './error-text.js';

/** Errors of a running brick that it did not catch: in a request, a timer, or a promise that nobody awaited. */
export interface Troubles {
  readonly count: number;
  readonly last: { readonly at: Date; readonly sentence: string };
}

/** Errors of bricks since the start of the process. The bricks and the host continued. */
export class BrickErrorLog {
  readonly #clock: Clock;
  readonly #troubles = new Map<string, Troubles>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  note(brickId: string, error: unknown): Troubles {
    const count = (this.of(brickId)?.count ?? 0) + 1;
    const troubles = { count, last: { at: this.#clock.now(), sentence: errorText(error).split('\n')[0] ?? '' } };
    this.#troubles.set(brickId, troubles);
    return troubles;
  }

  /** Undefined when the brick had no error. */
  of(brickId: string): Troubles | undefined {
    return this.#troubles.get(brickId);
  }
}
