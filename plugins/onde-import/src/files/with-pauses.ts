// SPDX-License-Identifier: EUPL-1.2
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lines that are read at a time. */
const AT_A_TIME = 500;

/** The items one after the other; others are served in between, however many there are. */
export async function* withPauses<T>(items: readonly T[]): AsyncGenerator<T> {
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    if (start > 0) await nextTurn();
    yield* items.slice(start, start + AT_A_TIME);
  }
}
