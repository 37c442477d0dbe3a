// SPDX-License-Identifier: EUPL-1.2
import type { SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import type { UnreadModel } from './platform-syncs.model.js';
import type { PageFormatter } from '../shared/page-formatter.js';

/** The sentence that schools could not be read in full; undefined when all of them were. */
export function unreadText(
  { ignored }: Pick<SyncRun, 'ignored'>,
  schools: ReadonlyMap<string, string>,
  { t, number }: PageFormatter,
): string | undefined {
  if (!ignored?.unread) return undefined;
  const { total, schools: first } = ignored.unread;
  const { uai = '' } = first[0] ?? {};
  return t('platform.unreadText', { count: total, number: number(total), school: schools.get(uai) ?? uai });
}

/** Each of these schools, and why, in the words of the source. */
export function presentUnread(
  run: Pick<SyncRun, 'ignored'>,
  schools: ReadonlyMap<string, string>,
  formatter: PageFormatter,
): UnreadModel | undefined {
  const text = unreadText(run, schools, formatter);
  const { total, schools: first } = run.ignored?.unread ?? { total: 0, schools: [] };
  if (text === undefined) return undefined;
  const more = total - first.length;
  return {
    text,
    schools: first.map(({ uai, reason }) => ({ uai, name: schools.get(uai) ?? uai, reason })),
    more: more > 0 ? formatter.t('platform.unreadMore', { count: more, number: formatter.number(more) }) : undefined,
  };
}
