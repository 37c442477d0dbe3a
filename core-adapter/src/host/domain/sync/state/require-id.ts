// SPDX-License-Identifier: EUPL-1.2
import { outdatedPlan } from './outdated-plan.js';

/**
 * Looks up an id that a plan relies on.
 * @throws ConflictError when the row has been removed since the plan was made
 */
export function requireId(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) {
    throw outdatedPlan(`"${key}" has gone from the directory since the plan was made.`, { key });
  }
  return id;
}
