// SPDX-License-Identifier: EUPL-1.2
import type { LineKind, PlanLine } from './plan-lines.js';

/** The number of people who change in a school, by kind. */
export interface SchoolCounts extends Readonly<Record<LineKind, number>> {
  readonly uai: string;
}

export class LineCounts {
  readonly #schools = new Map<string, Record<LineKind, number> & { readonly uai: string }>();

  add({ uai, subject, kind }: PlanLine): void {
    let counts = this.#schools.get(uai);
    if (!counts) {
      counts = { uai, disabled: 0, moved: 0, changed: 0, revived: 0, created: 0 };
      this.#schools.set(uai, counts);
    }
    if (subject === 'person') counts[kind] += 1;
  }

  /** The counts of each school with lines, in the order of the lines; groups are not counted. */
  bySchool(): SchoolCounts[] {
    return [...this.#schools.values()];
  }
}
