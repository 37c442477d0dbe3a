// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FileShareBrick } from '../../brick-types.js';
import { endOldCopies } from '../copies/end-old-copies.js';
import { recountSchool } from '../../domain/recount/recount-school.js';
import { emptyOldTrash } from './empty-old-trash.js';
import { removeUnusedContent } from './remove-unused-content.js';

/**
 * Each night, also where the brick is off. Every step does what is left of it when the process was killed in the middle. Stored keys that
 * no row names are removed by the host.
 */
export function registerNightly({ jobs }: FileShareBrick): void {
  const schedule = { data: z.strictObject({}), every: '23 3 * * *', whileOff: true, deletes: true } as const;
  jobs.provide('tidy-up', schedule, async (work, _data, signal) => {
    await endOldCopies(work);
    await emptyOldTrash(work, signal);
    for (const fault of await recountSchool({ ...work, isRepair: true }, signal)) {
      const done =
        fault.kind === 'orphan'
          ? 'a folder was of no work any more, and was deleted'
          : 'a count of files was wrong, and is right again';
      work.log.error({ school: work.school.uai, ...fault }, done);
    }
    await removeUnusedContent(work, signal);
  });
}
