// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { enqueueJudging } from '../judging/judge-waiting.js';
import { BreakerRow } from '../../store/breaker.entity.js';
import { covers, runningPauses } from './running-pauses.js';

export type PauseTools = Pick<SchoolWork, 'db' | 'jobs' | 'clock'>;

export type NewPause = Pick<BreakerRow, 'profile' | 'reason' | 'until' | 'isForAll' | 'startedBy'>;

export const LONGEST_REASON = 500;

/**
 * Starts a pause, which stops messages from the next request on; those of the same kind that it covers end. Call it in a transaction.
 * @returns the row written
 */
export async function startPause(pause: NewPause, tools: PauseTools): Promise<BreakerRow | undefined> {
  const { db, jobs, clock } = tools;
  for (const { id, profile, isForAll } of await runningPauses(tools)) {
    if (isForAll === pause.isForAll && covers(pause.profile, profile)) await endRow(id, pause.startedBy, tools);
  }
  const state = { startedAt: clock.now(), endedAt: null, endedBy: null };
  const [row] = await db.repository(BreakerRow).insert([{ ...pause, ...state }]);
  await enqueueJudging(jobs);
  return row;
}

/**
 * Ends a pause for these profiles; when it was for both, the other profile stays stopped. Call it in a transaction.
 * @returns whether the pause still lasted
 */
export async function endPause(
  { id, profile, reason, until, isForAll, startedBy, startedAt }: BreakerRow,
  { profiles, by }: { readonly profiles: BreakerRow['profile']; readonly by: string | null },
  tools: PauseTools,
): Promise<boolean> {
  const ended = await endRow(id, by, tools);
  if (ended === 0) return false;
  if (profile === 'all' && profiles !== 'all') {
    const rest = profiles === 'pupil' ? 'guardian' : 'pupil';
    const row = { profile: rest, reason, until, isForAll, startedBy, startedAt } as const;
    await tools.db.repository(BreakerRow).insert([{ ...row, endedAt: null, endedBy: null }]);
  }
  await enqueueJudging(tools.jobs);
  return true;
}

function endRow(id: string, by: string | null, { db, clock }: PauseTools): Promise<number> {
  return db.repository(BreakerRow).update({ id, endedAt: IsNull() }, { endedAt: clock.now(), endedBy: by });
}
