// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '../../../api/school-work.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { SchoolRow } from '../directory/school.entity.js';
import type { JobContext } from './job-context.js';
import type { JobRunner } from './job-runner.js';
import { schoolWork } from './school-work.js';

/** The services that give a brick its work in each school. */
export interface EachSchoolContext extends JobContext {
  readonly jobs: Pick<JobRunner, 'outbox'>;
}

/**
 * The work of a brick in each school, one school after the other, by UAI. A school that closes meanwhile is left out.
 * @param signal ends the walk before the next school, with its reason
 */
export async function* eachSchool(
  context: EachSchoolContext,
  brick: ReadyBrick,
  signal: AbortSignal,
): AsyncGenerator<SchoolWork> {
  const { database, directory, jobs } = context;
  const rows = await database.unitOfWork.run((manager) =>
    manager.find(SchoolRow, { select: { uai: true }, order: { uai: 'ASC' } }),
  );
  for (const { uai } of rows) {
    signal.throwIfAborted();
    const school = await directory.school(uai);
    if (school) yield schoolWork(context, brick, school, jobs.outbox(brick, uai));
  }
}
