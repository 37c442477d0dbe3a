// SPDX-License-Identifier: EUPL-1.2
import type { SourceRuns } from '../../../domain/sync/runs/run-list.js';
import type { SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import type { RunLine, SourceCard } from './platform-syncs.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { reasonText } from '../../../domain/sync/guard/reason-text.js';
import { unreadText } from './unread-words.js';

export function presentRunLine({ id, source, state, startedAt, counts }: SyncRun, formatter: PageFormatter): RunLine {
  const { number, when } = formatter;
  return {
    id,
    url: `${PLATFORM_URLS.syncs}/${id}`,
    source: formatter.source(source),
    state,
    when: when(startedAt),
    ...(counts && {
      counts: {
        created: number(counts.persons.created),
        changed: number(counts.persons.changed + counts.persons.moved),
        left: number(counts.persons.disabled),
        returned: number(counts.persons.revived),
      },
    }),
  };
}

export function presentSource(
  { name, last, applied }: SourceRuns,
  gone: boolean,
  schools: ReadonlyMap<string, string>,
  formatter: PageFormatter,
): SourceCard {
  const { t, number } = formatter;
  const persons = last?.counts?.persons;
  const counts = persons && {
    created: persons.created,
    changed: persons.changed + persons.moved,
    left: persons.disabled,
    returned: persons.revived,
  };
  return {
    name: formatter.source(name),
    gone,
    last: last && presentRunLine(last, formatter),
    lastFigures: Object.entries(counts ?? {}).map(([name, count]) => ({
      value: number(count),
      label: t(`platform.count.${name as keyof NonNullable<typeof counts>}`, { count }),
    })),
    applied: applied && applied.id !== last?.id ? presentRunLine(applied, formatter) : undefined,
    why: last && whyStopped(last, schools, formatter),
  };
}

function whyStopped(run: SyncRun, schools: ReadonlyMap<string, string>, formatter: PageFormatter): SourceCard['why'] {
  const { state, failure, verdict } = run;
  const [reason] = verdict?.reasons ?? [];
  if (state === 'failed' || state === 'broken off') return { text: failure ?? '', language: 'en' };
  if (state === 'refused' && reason) return { text: reasonText(reason, schools, formatter) };
  const text = unreadText(run, schools, formatter);
  return text === undefined ? undefined : { text };
}
