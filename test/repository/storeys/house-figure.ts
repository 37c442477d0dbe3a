// SPDX-License-Identifier: EUPL-1.2

/** Something that the house counts, and that should be 0. */
export interface HouseFigure {
  readonly name: string;
  /** One sentence each: `file:line`, the fault, and what to do. */
  readonly faults: readonly string[];
}
