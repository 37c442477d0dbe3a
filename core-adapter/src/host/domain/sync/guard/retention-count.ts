// SPDX-License-Identifier: EUPL-1.2

/** The number of people with a capacity before, and of those among them that keep it. */
export interface RetentionCount {
  readonly before: number;
  readonly kept: number;
}
