// SPDX-License-Identifier: EUPL-1.2
import { homonymProblem } from './homonym-problem.js';

/**
 * Nobody joins a record to their own: their login would open all that the other record keeps.
 * @param actor id of a person, or `cli`
 * @throws ConflictError when the actor is one of the two
 */
export function refuseOwn(ids: readonly string[], actor: string): void {
  if (ids.includes(actor)) throw homonymProblem('own');
}
