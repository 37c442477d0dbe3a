// SPDX-License-Identifier: EUPL-1.2
import type { JobWork, TimeSpan } from '../../../api/brick-jobs.js';
import type { Jobs } from '../../../api/jobs.js';
import type { Profile, School } from '../../../api/people.js';
import { localClock } from '../../infra/i18n/local-clock.js';
import { offSpans } from '../activation/off-spans.js';
import { brickDataIn } from '../bricks/brick-data-in.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { schoolYearOf } from '../directory/school-year.js';
import { livePublisher } from '../live/live-publisher.js';
import type { JobContext } from './job-context.js';

/** The services of a brick in a school outside of a request. */
export function schoolWork(
  context: JobContext,
  brick: ReadyBrick,
  school: School,
  jobs: Jobs,
): Omit<JobWork, 'complete'> {
  const clock = localClock(context.clock, school.timeZone);
  const { db, storage } = brickDataIn(context, brick, school.uai);
  const schoolYear = schoolYearOf(clock.now(), school.timeZone);
  const directory = context.directory.inSchool(school);
  const live = livePublisher(context, brick.id, school.uai);
  const where = { uai: school.uai, brick: brick.id };
  const offSince = (since: Date, profile?: Profile): Promise<readonly TimeSpan[]> =>
    offSpans(context.database.unitOfWork, where, { from: since, until: clock.now(), profile });
  return {
    school,
    schoolYear,
    db,
    storage,
    directory,
    live,
    jobs,
    clock,
    log: brick.log,
    offSince,
  };
}
