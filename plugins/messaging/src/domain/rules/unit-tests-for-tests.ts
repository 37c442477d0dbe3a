// SPDX-License-Identifier: EUPL-1.2
// Every test of the rules but the properties, as one file, which test/mutants/test-runner.js loads.
// A file that is forgotten here leaves mutants alive, and `npm run mutate` fails.
import './active-breaker.test.js';
import './between-pupils.test.js';
import './can-write.test.js';
import './can-write-table.test.js';
import './default-policy.test.js';
import './guard-rails.test.js';
import './is-adult-of-school.test.js';
import './moderation-deadlines.test.js';
import './naming-limit.test.js';
import './quiet-hours.test.js';
import './ration.test.js';
import './recipients.test.js';
