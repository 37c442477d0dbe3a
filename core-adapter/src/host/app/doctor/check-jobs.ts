// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { countJobs } from '../../domain/jobs/job-list.js';
import { countOf } from '../../domain/sync/state/count-nouns.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ended } from '../../infra/util/error-text.js';
import { good, warn } from './findings.js';

/** Reports jobs that gave up, by brick; no finding when no brick has jobs. */
export async function checkJobs(unitOfWork: UnitOfWork): Promise<Finding[]> {
  return (await countJobs(unitOfWork)).map(({ brick, waiting, gaveUp, lastError }) => {
    if (gaveUp === 0) return good(`No job of ${brick} gave up; ${countOf(waiting, 'job waits', 'jobs wait')}.`);
    return warn(
      ended(`${countOf(gaveUp, 'job', 'jobs')} of ${brick} gave up after eight tries, the last with: ${lastError}`),
      `"volee job list --brick ${brick}" tells more; mend the cause, then run "volee job retry --all --brick ${brick}".`,
    );
  });
}
