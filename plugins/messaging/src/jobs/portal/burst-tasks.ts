// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { REPORTS_PATH } from '../../paths.js';
import { burstsOfWeek } from '../../domain/reports/bursts.js';
import type { TaskReader } from './task-reader.js';

/** For heads: how many reports or recalls came at once. */
export async function burstTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { t, format } = reader;
  return (await burstsOfWeek(reader)).map(({ kind, count, at }) => ({
    title: t(`burst.${kind}`, { count }),
    detail: t('burst.detail', { when: format.moment(at) }),
    action: t('portal.see'),
    path: REPORTS_PATH,
  }));
}
