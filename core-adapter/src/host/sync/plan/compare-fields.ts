// SPDX-License-Identifier: EUPL-1.2
import type { Change } from './sync-plan.js';

/** What differs between two records, field by field, old → new. */
export function compareFields<F extends string>(
  before: Readonly<Record<F, string>>,
  after: Readonly<Record<F, string>>,
  fields: readonly F[],
): Change[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
}
