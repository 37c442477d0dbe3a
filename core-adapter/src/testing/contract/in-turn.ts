// SPDX-License-Identifier: EUPL-1.2
import { isQuickRun } from '../full-run.js';

/**
 * Of people that the host must answer alike at each address: all of them at the first one, and in a quick run one after another at the
 * others (ADR 63).
 */
export function inTurn<Item>(all: readonly Item[], turn: number): readonly Item[] {
  return isQuickRun() && turn > 0 ? all.filter((_, place) => place === turn % all.length) : all;
}
