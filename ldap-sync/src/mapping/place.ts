// SPDX-License-Identifier: EUPL-1.2
import type { Branch } from './scribe-tree.js';

/** Where an entry stands. */
export interface Place {
  readonly branch: Branch;
  readonly uai: string;
}
