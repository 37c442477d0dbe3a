// SPDX-License-Identifier: EUPL-1.2
import type { ColumnGroup } from '../../domain/sixth/columns.js';

/** The position of a pupil in one line; an empty value where nothing was written. */
export interface SixthCell {
  readonly code: string;
  readonly value: string;
  readonly move: 'up' | 'down' | 'none';
}

export interface SixthRow {
  readonly name: string;
  /** The address of the last bilan; undefined until a bilan has arrived. */
  readonly url: string | undefined;
  readonly school: string;
  /** The lines to watch: the first two by name, then a number. Empty: none. */
  readonly watch: string;
  readonly watched: number;
  readonly cells: readonly SixthCell[];
}

/** The number of pupils who are still at 1 or 2 in a line. */
export interface StillLow {
  readonly label: string;
  readonly count: number;
}

export interface SixthModel {
  readonly title: string;
  readonly name: string;
  readonly lead: string;
  readonly low: readonly StillLow[];
  readonly nothing: string;
  readonly groups: readonly ColumnGroup[];
  readonly scale: readonly { readonly value: string; readonly label: string }[];
  readonly rows: readonly SixthRow[];
  readonly sort: string;
  /** The address of the page by another column. */
  sortUrl(column: string): string;
}
