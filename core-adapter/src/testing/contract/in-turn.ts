// SPDX-License-Identifier: EUPL-1.2
import { isQuickRun } from '../full-run.js';

/**
 * The people to send a request as, when the host must answer all of them alike at each address: all people at the first address and, in a
 * quick run, one after another at the others (ADR 63).
 */
export function inTurn<Item>(all: readonly Item[], turn: number): readonly Item[] {
  return isQuickRun() && turn > 0 ? all.filter((_, place) => place === turn % all.length) : all;
}
