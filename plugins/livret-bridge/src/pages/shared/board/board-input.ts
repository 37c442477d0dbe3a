// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import type { UnnamedBilans } from '../../../domain/catalogue/unnamed-bilans.js';
import type { OffLines } from '../../../domain/periods/class-rows.js';
import type { PeriodRow } from '../../../store/period.entity.js';
import type { LeftBilan } from '../../../domain/life/left-bilans.js';
import type { FamilyReadings } from '../../../domain/board/family-readings.js';
import type { Board } from '../../../domain/board/read-board.js';

/** The facts that the board is made of. */
export interface BoardInput {
  readonly board: Board;
  readonly off: OffLines;
  /** The readings of families, without classes that have no longer the tool. */
  readonly readings: FamilyReadings;
  readonly catalogues: Catalogues;
  readonly periods: readonly PeriodRow[];
  readonly period: number;
  /** The number of bilans of last year that the head may still publish. */
  readonly late: number;
  readonly left: readonly LeftBilan[];
  readonly unnamed: UnnamedBilans | undefined;
  /** The display names of the pupils of `left`, by id. */
  readonly names: ReadonlyMap<string, string>;
}

export type BoardReader = Pick<LivretRequest, 't' | 'format' | 'url' | 'clock' | 'school' | 'schoolYear'>;
