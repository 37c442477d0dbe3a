// SPDX-License-Identifier: EUPL-1.2
import type { SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import type { UnreadModel } from './platform-syncs.model.js';
import type { Desk } from '../shared/desk.js';

/** That schools could not be read in full, in one sentence; undefined when every school was. */
export function unreadText(
  { ignored }: Pick<SyncRun, 'ignored'>,
  schools: ReadonlyMap<string, string>,
  { t, number }: Desk,
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
  desk: Desk,
): UnreadModel | undefined {
  const text = unreadText(run, schools, desk);
  const { total, schools: first } = run.ignored?.unread ?? { total: 0, schools: [] };
  if (text === undefined) return undefined;
  const more = total - first.length;
  return {
    text,
    schools: first.map(({ uai, reason }) => ({ uai, name: schools.get(uai) ?? uai, reason })),
    more: more > 0 ? desk.t('platform.unreadMore', { count: more, number: desk.number(more) }) : undefined,
  };
}
