// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';

/** A text is longer than the catalogue allows. Both numbers count UTF-16 code units. */
export class TooLongError extends InputError {
  constructor(
    readonly count: number,
    readonly limit: number,
  ) {
    super(`The text has ${String(count)} characters, and the limit is ${String(limit)}.`, {
      remedy: `Remove ${String(count - limit)} characters.`,
    });
  }
}
