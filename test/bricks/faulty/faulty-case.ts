// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';
import type { ContractOptions } from '@volee/core-adapter/testing';

/** A brick with one fault, and what is said of it. The options that it does not give are those of the sound notes. */
export interface FaultyCase extends Pick<
  ContractOptions,
  'examples' | 'queries' | 'received' | 'exportedLater' | 'workedOut'
> {
  readonly fault: string;
  /** Another case breaks the same rule, and gets the same sentence: this one is for the full run. */
  readonly isSecondWay?: true;
  readonly brick: BrickDefinition;
  /** The check that it fails, by a part of its name. */
  readonly check: string;
  readonly sentence: string | RegExp;
}
