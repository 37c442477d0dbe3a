// SPDX-License-Identifier: EUPL-1.2
import type { HomonymPlan, PersonJoin } from './sync-plan.js';

/** Who of some persons is known from another source, and who may be. */
export interface Matches {
  /** By key. */
  readonly joins: ReadonlyMap<string, Omit<PersonJoin, 'person'>>;
  readonly homonyms: readonly HomonymPlan[];
}
