// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { readWork } from './read-works.js';
import { UNTOUCHED } from './save-work.js';

const ATTEMPTS = 3;

type RemindRequest = Pick<FileShareRequest, 'db' | 'directory' | 'clock' | 'schoolYear'>;

/**
 * Reminds the pupils who have not handed in: the work rises among what waits for them.
 * @returns the number of pupils; 0 when it is no longer taken, or all have handed in
 */
export async function remindPupils(work: WorkRow, request: RemindRequest): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request.db.transaction(() => remindOnce(work, request));
    } catch (error) {
      // A pupil has begun meanwhile, or was reminded in another tab.
      if (!(error instanceof ConflictError) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function remindOnce(work: WorkRow, request: RemindRequest): Promise<number> {
  const { db, clock } = request;
  const { phase, progress } = await readWork(work, request);
  if (!work.collects || (phase !== 'open' && phase !== 'late')) return 0;
  const remindedAt = clock.now();
  const parts = db.repository(WorkPupilRow);
  const without = progress.asked.filter(({ row }) => row === undefined);
  const waiting = progress.asked.flatMap(({ row }) =>
    row?.state === 'given' || row?.state === 'started' ? [row.id] : [],
  );
  if (waiting.length > 0) {
    const isTheirs = [{ state: In(['given', 'started'] as const) }, { takenBackAt: Not(IsNull()) }];
    for (const where of isTheirs) await parts.update({ id: In(waiting), ...where }, { remindedAt });
  }
  const { id: workId, groupId } = work;
  if (without.length > 0) {
    await parts.insert(without.map(({ pupilId }) => ({ workId, groupId, pupilId, ...UNTOUCHED, remindedAt })));
  }
  return waiting.length + without.length;
}
