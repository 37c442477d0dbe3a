// SPDX-License-Identifier: EUPL-1.2
// Bricks that show data to others; faulty-bricks.test.ts asks that each check has its brick.
import { CASES_OF_SCOPES } from './faulty/cases-of-scopes.js';
import { CASES_OF_TENANCY } from './faulty/cases-of-tenancy.js';
import { failTheirCheck } from './faulty/fail-their-check.js';

failTheirCheck([...CASES_OF_TENANCY, ...CASES_OF_SCOPES]);
