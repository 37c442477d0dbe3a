// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../../api/errors.js';

/** The error of a plan that cannot be applied any more: only another reading helps. */
export function outdatedPlan(message: string, details: Readonly<Record<string, unknown>>): ConflictError {
  return new ConflictError(message, { remedy: 'Run the sync again.', details });
}
