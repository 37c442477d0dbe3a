// SPDX-License-Identifier: EUPL-1.2
import type { SyncRun } from '../sync/runs/sync-runs.js';
import type { Verdict } from '../sync/guard/verdict.js';

type Ended = Pick<SyncRun, 'state' | 'verdict' | 'ignored'>;

/**
 * Whether a run says nothing that the one before has not said. A directory that is away fails in many words; a refusal is
 * another one as soon as it is about another school, or for another reason; so is a run that could not read other schools.
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
    .map(({ code, uai = '', profile = '', role = '' }) => [code, uai, profile, role].join(' '))
    .sort()
    .join('\n');
}
