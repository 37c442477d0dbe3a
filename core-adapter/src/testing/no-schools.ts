// SPDX-License-Identifier: EUPL-1.2
import type { CheckedSchool } from '../api/check.js';
import { UnavailableError } from '../api/errors.js';

/**
 * The schools of a check that asks for none; a check that does throws.
 * @example
 * `expect(await check.run(AbortSignal.timeout(10_000), noSchools)).toMatchObject([{ state: 'good' }]);`
 * @stable
 */
export function noSchools(): AsyncIterable<CheckedSchool> {
  throw new UnavailableError('No schools are known here: there is no database.');
}
