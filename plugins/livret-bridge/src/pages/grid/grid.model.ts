// SPDX-License-Identifier: EUPL-1.2
import type { BilanState } from '../../store/bilan.entity.js';

export interface GridColumn {
  /** The id of its header on the page, which names its cells: `c8`, in base 36, as rows. */
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly short: string;
  /** Whether the class does not fill it in this period. */
  readonly isOff: boolean;
  /** The place of its position in a bilan, which is the name of the field. */
  readonly index: number;
}

/** A domain over its columns. */
export interface GridDomain {
  readonly label: string;
  readonly short: string;
  readonly columns: readonly GridColumn[];
}

export interface GridCell {
  readonly column: GridColumn;
  /** The value as stored, or as typed when the server refused it. */
  readonly value: string;
  /** Whether the class fills it in. */
  readonly isAsked: boolean;
  /** Whether two people wrote it, or the typed value is not a position. */
  readonly isWrong: boolean;
}

export interface GridRow {
  /** The id of its header on the page: `r3`. */
  readonly id: string;
  readonly name: string;
  readonly bilanUrl: string;
  readonly changesUrl: string;
  /** The class of the grid, if it is not that of the bilan. */
  readonly from: string | undefined;
  readonly state: BilanState;
  readonly isWritable: boolean;
  /** The positions as the page shows them, for the form of the row. */
  readonly was: string;
  readonly cells: readonly GridCell[];
  readonly missingCells: number;
  readonly isWithoutWord: boolean;
  /** The cells that the form of the row could not save. */
  readonly problems: readonly RowProblem[];
}

/** One cell of a row that was not saved. */
export interface RowProblem {
  readonly column: GridColumn;
  readonly sentence: string;
  /** Both values, when somebody else wrote another one. */
  readonly choice: { readonly theirs: string; readonly yours: string } | undefined;
}

export interface GridLevel {
  readonly title: string;
  readonly rows: readonly GridRow[];
}

/** The pupils with one catalogue: a class of CE2 and CM1 has two tables. */
export interface GridTable {
  readonly domains: readonly GridDomain[];
  readonly width: number;
  readonly levels: readonly GridLevel[];
}

/** The page of a class in a period. */
export interface GridModel {
  readonly title: string;
  readonly className: string;
  /** The day by which the bilans are to be signed or, once they are, that they are signed or published. */
  readonly lead: string;
  /** Whether nobody writes in a row any more, since all bilans are signed or further: the page then offers nothing to write. */
  readonly isOver: boolean;
  readonly filled: number;
  readonly total: number;
  readonly missingCells: number;
  readonly missingWords: number;
  readonly states: readonly { readonly state: BilanState; readonly count: number }[];
  readonly scale: readonly { readonly value: string; readonly label: string }[];
  readonly tables: readonly GridTable[];
  /** The bilans with a catalogue that nobody has any more: they have no columns. */
  readonly unnamed: readonly { readonly name: string; readonly url: string }[];
  /** The number of lines of its catalogues that the class fills in. */
  readonly lines: { readonly on: number; readonly count: number };
  /** The name of the period before, if it can be copied. */
  readonly before: string | undefined;
  readonly urls: {
    readonly home: string;
    readonly lines: string;
    readonly copy: string;
    readonly sign: string;
    readonly grid: string;
  };
}
