// SPDX-License-Identifier: EUPL-1.2
import type { RailEntry } from './shell-props.js';

/** The number of entries that fit side by side at 320 px, each 44 px wide with a legible name. */
const MOST = 5;

export interface RailOnPhone {
  readonly shown: readonly RailEntry[];
  /** Entries in the menu « Plus ». */
  readonly more: readonly RailEntry[];
}

/** Splits the entries for a phone: the first ones, always with the current one, and « Plus » for the rest. All are shown when they fit. */
export function railOnPhone(entries: readonly RailEntry[]): RailOnPhone {
  if (entries.length <= MOST) return { shown: entries, more: [] };
  const first = entries.slice(0, MOST - 1);
  const current = entries.find((entry) => entry.current);
  const shown = current && !first.includes(current) ? [...first.slice(0, -1), current] : first;
  return { shown, more: entries.filter((entry) => !shown.includes(entry)) };
}
