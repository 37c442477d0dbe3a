// SPDX-License-Identifier: EUPL-1.2
import type { RailEntry } from './shell-props.js';

/** As many entries as lie side by side at 320 px, each 44 px wide and its name legible. */
const MOST = 5;

export interface RailOnPhone {
  readonly shown: readonly RailEntry[];
  /** Behind « Plus ». */
  readonly more: readonly RailEntry[];
}

/** The first entries, and the current one among them, as many as fit beside « Plus »; all of them when they fit. */
export function railOnPhone(entries: readonly RailEntry[]): RailOnPhone {
  if (entries.length <= MOST) return { shown: entries, more: [] };
  const first = entries.slice(0, MOST - 1);
  const current = entries.find((entry) => entry.current);
  const shown = current && !first.includes(current) ? [...first.slice(0, -1), current] : first;
  return { shown, more: entries.filter((entry) => !shown.includes(entry)) };
}
