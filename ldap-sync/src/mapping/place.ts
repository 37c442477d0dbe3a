// SPDX-License-Identifier: EUPL-1.2
import type { Branch } from './scribe-tree.js';

/** The place of an entry. */
export interface Place {
  readonly branch: Branch;
  readonly uai: string;
}
