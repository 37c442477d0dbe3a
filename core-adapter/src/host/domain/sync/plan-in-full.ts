// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import type { Clock } from '../../../api/log.js';
import { digestOfComparison, digestOfStored, type Comparing } from './digest-of-comparison.js';
import { limitsOf } from './guard/guard.js';
import { planAndJudge } from './plan-and-judge.js';
import { readSource } from './read-source.js';
import { PackedPlan } from './runs/stored-plan.js';
import type { NewRun } from './runs/sync-runs.js';
import { findClaimants } from './snapshot/find-claimants.js';
import type { SyncProgress } from './sync-progress.js';

/** Queries the source of a run, within the time limit. */
export type Ask = <R>(question: (source: DirectorySource, until: AbortSignal) => Promise<R>) => Promise<R>;

export interface ReadingContext {
  readonly startedAt: Date;
  readonly mark: string | null;
  readonly school: string | undefined;
}

interface FullReading extends Comparing, ReadingContext {
  readonly clock: Clock;
  readonly onProgress?: SyncProgress;
  readonly ask: Ask;
}

/** Length of the column, in characters. */
const LONGEST_CURSOR = 190;

/** Reads everything: snapshot → plan → guard. Returns the run to store, and its plan unless there is nothing to apply. */
export async function planInFull(
  source: DirectorySource,
  { unitOfWork, clock, version, onProgress, ask, startedAt, mark, school }: FullReading,
): Promise<{ run: NewRun; plan: PackedPlan | undefined }> {
  const { name } = source;
  // Before anything is compared: after a change of these rows meanwhile, the next sync compares again.
  const stored = source.digest && (await digestOfStored({ unitOfWork, version }, source, startedAt));
  const saved: { cursor: string | null; digest: string | null } = { cursor: null, digest: null };
  const snapshot = await ask((one, until) =>
    readSource(one, until, {
      onProgress,
      saveCursor: (text) => void (saved.cursor = text.length <= LONGEST_CURSOR ? text : null),
      saveDigest: (text) => void (saved.digest = text),
      findStored: (keys) => findClaimants(unitOfWork, name, keys),
    }),
  );
  // An unread school is read again by the next sync, so neither fingerprint nor digest is stored.
  const isWhole = snapshot.unread.size === 0;
  const plan = new PackedPlan();
  const context = { unitOfWork, source: name, at: startedAt, limits: limitsOf(source), school };
  const { counts, verdict, baseRun } = await planAndJudge(context, snapshot, (part) => plan.add(part));
  const state = verdict.refused ? 'refused' : plan.isEmpty ? 'unchanged' : 'planned';
  const times = { startedAt, endedAt: state === 'planned' ? null : clock.now(), fullAt: startedAt };
  const isSame = isWhole && state === 'unchanged';
  const position = {
    mark: isWhole ? mark : null,
    since: isWhole ? saved.cursor : null,
    digest: isSame && stored !== undefined && saved.digest !== null ? digestOfComparison(stored, saved.digest) : null,
  };
  const { ignored } = snapshot;
  return {
    run: { source: name, state, ...times, baseRun, ...position, counts, ignored, verdict },
    plan: state === 'unchanged' ? undefined : plan,
  };
}
