// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { SEARCH_PATH, USAGE_PATH } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import { percentOf } from '../shared/place.presenter.js';
import { schoolUsage, type SchoolUsage } from '../../domain/quota/school-usage.js';
import type { MoveModel, UsageModel } from './usage.view.js';

/** The amounts of room to choose from, in bytes. */
export const SIZES = [100e6, 500e6, 1e9, 2e9, 5e9] as const;

/** The choices of a refused form, and the reason of the refusal. */
export type Chosen = Pick<MoveModel, 'from' | 'to' | 'bytes' | 'problem'>;

export async function presentUsage(
  request: FileShareRequest,
  { quota }: Settings,
  chosen?: Chosen,
): Promise<UsageModel> {
  const { db, access, t, format, url } = request;
  const groups = await access.groups('share');
  const usage = await schoolUsage(groups, { db, quotas: quota });
  const classes = groups.filter(({ kind }) => kind === 'class');
  return {
    tabs: await presentTabs(request, undefined),
    searchUrl: url(SEARCH_PATH),
    school: { label: t('usage.school'), ...placed(usage, request) },
    groups: usage.groups.map((one) => ({ name: one.group.name, ...placed(one, request) })),
    others: usage.others
      .filter(({ usedBytes }) => usedBytes > 0)
      .map(({ kind, usedBytes }) => ({ name: t(`usage.${kind}`), size: format.bytes(usedBytes) })),
    ...(classes.length > 1 && { move: presentMove(classes, usage, request, chosen) }),
  };
}

function placed(
  { usedBytes, quotaBytes }: Pick<SchoolUsage, 'usedBytes' | 'quotaBytes'>,
  { t, format }: FileShareRequest,
): { percent: number; text: string } {
  const values = { used: format.bytes(usedBytes), quota: format.bytes(quotaBytes) };
  return { percent: percentOf(usedBytes, quotaBytes), text: t('place.used', values) };
}

/** The emptiest class gives and the fullest one takes, unless others were chosen. */
function presentMove(
  classes: readonly Group[],
  { groups }: SchoolUsage,
  { t, format, url }: FileShareRequest,
  chosen: Chosen | undefined,
): MoveModel {
  const byRoom = groups
    .filter(({ group }) => group.kind === 'class')
    .sort((one, other) => one.quotaBytes - one.usedBytes - (other.quotaBytes - other.usedBytes));
  const free = new Map(byRoom.map(({ group, quotaBytes, usedBytes }) => [group.id, quotaBytes - usedBytes]));
  return {
    url: url(USAGE_PATH),
    classes: classes.map(({ id, name }) => ({
      value: id,
      label: t('usage.classFree', { class: name, free: format.bytes(Math.max(0, free.get(id) ?? 0)) }),
    })),
    sizes: SIZES.map((bytes) => ({ value: String(bytes), label: format.bytes(bytes) })),
    ...(chosen ?? { from: byRoom.at(-1)?.group.id ?? '', to: byRoom[0]?.group.id ?? '', bytes: String(1e9) }),
  };
}
