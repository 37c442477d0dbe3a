// SPDX-License-Identifier: EUPL-1.2
import type { SyncRun } from '../sync/runs/sync-runs.js';
import type { Verdict } from '../sync/guard/verdict.js';

type Ended = Pick<SyncRun, 'state' | 'verdict' | 'ignored'>;

/**
 * Whether a run reports the same trouble as the run before. All failures count as the same; a refusal differs by its schools and reasons,
 * and a partial run by the schools that it could not read.
 */
export function isSameTrouble(run: Ended, before: Ended | undefined): boolean {
  return before !== undefined && troubleOf(run) === troubleOf(before);
}

function troubleOf({ state, verdict, ignored }: Ended): string {
  const outcome = state === 'unchanged' ? 'applied' : state;
  const unread = ignored?.unread;
  const uais = unread?.schools.map(({ uai }) => uai) ?? [];
  return [outcome, reasonsOf(verdict), unread?.total ?? 0, ...uais].join('\n');
}

function reasonsOf(verdict: Verdict | null): string {
  return (verdict?.reasons ?? [])
    .map(({ code, uai = '', profile = '', role = '', group = '' }) => [code, uai, profile, role, group].join(' '))
    .sort()
    .join('\n');
}
