// SPDX-License-Identifier: EUPL-1.2

/** The cells that the form of a row could not save, by code of the line: the page shows it again. */
export interface TypedRow {
  readonly bilanId: string;
  /** Values that are no positions, as typed. */
  readonly refused: ReadonlyMap<string, { readonly value: string; readonly sentence: string }>;
  /** Cells in which somebody else wrote another value. */
  readonly clashes: ReadonlyMap<string, { readonly theirs: string; readonly yours: string; readonly sentence: string }>;
}
