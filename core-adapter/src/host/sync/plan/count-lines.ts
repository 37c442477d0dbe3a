// SPDX-License-Identifier: EUPL-1.2
import type { LineKind, PlanLine } from './plan-lines.js';

/** How many persons of a school change, by kind. */
export interface SchoolCounts extends Readonly<Record<LineKind, number>> {
  readonly uai: string;
}

/** One for each school in which something happens, in the order of the lines; its groups are not counted. */
export function countLines(lines: readonly PlanLine[]): SchoolCounts[] {
  const schools = new Map<string, Record<LineKind, number> & { uai: string }>();
  for (const { uai, subject, kind } of lines) {
    const counts = schools.get(uai) ?? { uai, disabled: 0, moved: 0, changed: 0, revived: 0, created: 0 };
    schools.set(uai, counts);
    if (subject === 'person') counts[kind] += 1;
  }
  return [...schools.values()];
}
