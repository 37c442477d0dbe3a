// SPDX-License-Identifier: EUPL-1.2
import type { CheckedSchool } from '../api/check.js';
import { UnavailableError } from '../api/errors.js';

/**
 * The schools for a check that reads none. A check that reads them throws.
 * @example
 * `expect(await check.run(AbortSignal.timeout(10_000), noSchools)).toMatchObject([{ state: 'good' }]);`
 * @stable
 */
export function noSchools(): AsyncIterable<CheckedSchool> {
  throw new UnavailableError('No schools are known here: there is no database.');
}
