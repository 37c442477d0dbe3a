// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';
import type { ContractOptions } from '@volee/core-adapter/testing';

/** A brick with one fault, and what is said of it. */
export interface FaultyCase {
  readonly fault: string;
  readonly brick: BrickDefinition;
  /** The check that it fails, by a part of its name. */
  readonly check: string;
  readonly sentence: string;
  readonly examples?: ContractOptions['examples'];
  readonly queries?: ContractOptions['queries'];
  readonly received?: ContractOptions['received'];
  readonly exportedLater?: ContractOptions['exportedLater'];
  readonly workedOut?: ContractOptions['workedOut'];
}
