// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';
import type { ContractOptions } from '@volee/core-adapter/testing';

/** A brick with one fault, and the expected sentence. Options that it does not give are those of the sound notes. */
export interface FaultyCase extends Pick<
  ContractOptions,
  'examples' | 'queries' | 'received' | 'exportedLater' | 'workedOut'
> {
  readonly fault: string;
  /** Leaves the case to the full run: another case breaks the same rule, and gets the same sentence. */
  readonly isSecondWay?: true;
  readonly brick: BrickDefinition;
  /** The check that it fails, by a part of its name. */
  readonly check: string;
  readonly sentence: string | RegExp;
}
