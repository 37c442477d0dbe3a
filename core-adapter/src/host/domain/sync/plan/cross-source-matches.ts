// SPDX-License-Identifier: EUPL-1.2
import type { HomonymPlan, PersonJoin } from './sync-plan.js';

/** Matches with people of other sources: certain ones (`joins`) and doubtful ones (`homonyms`). */
export interface CrossSourceMatches {
  /** By key of the person. */
  readonly joins: ReadonlyMap<string, Omit<PersonJoin, 'person'>>;
  readonly homonyms: readonly HomonymPlan[];
}
