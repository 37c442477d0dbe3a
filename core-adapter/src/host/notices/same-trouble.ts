// SPDX-License-Identifier: EUPL-1.2
import type { Verdict } from '../sync/guard/guard.js';
import type { SyncRun } from '../sync/runs/sync-runs.js';

type Ended = Pick<SyncRun, 'state' | 'verdict'>;

/**
 * Whether a run says nothing that the one before has not said. A directory that is away fails in many words; a refusal is
 * another one as soon as it is about another school, or for another reason.
 */
export function isSameTrouble(run: Ended, before: Ended | undefined): boolean {
  return run.state === before?.state && reasonsOf(run.verdict) === reasonsOf(before.verdict);
}

function reasonsOf(verdict: Verdict | null): string {
  return (verdict?.reasons ?? [])
    .map(({ code, uai = '', profile = '', role = '' }) => [code, uai, profile, role].join(' '))
    .sort()
    .join('\n');
}
