// SPDX-License-Identifier: EUPL-1.2
// Bricks that keep, move, publish or describe data wrongly; faulty-bricks.test.ts asks that each check has its brick.
import { CASES_OF_CONTENT } from './faulty/cases-of-content.js';
import { CASES_OF_JOBS } from './faulty/cases-of-jobs.js';
import { CASES_OF_LIVE } from './faulty/cases-of-live.js';
import { CASES_OF_MAKING } from './faulty/cases-of-making.js';
import { CASES_OF_PERSONAL_DATA } from './faulty/cases-of-personal-data.js';
import { CASES_OF_QUERIES } from './faulty/cases-of-queries.js';
import { CASES_OF_RECEIVING } from './faulty/cases-of-receiving.js';
import { failTheirCheck } from './faulty/fail-their-check.js';

failTheirCheck([
  ...CASES_OF_PERSONAL_DATA,
  ...CASES_OF_JOBS,
  ...CASES_OF_CONTENT,
  ...CASES_OF_RECEIVING,
  ...CASES_OF_LIVE,
  ...CASES_OF_QUERIES,
  ...CASES_OF_MAKING,
]);
