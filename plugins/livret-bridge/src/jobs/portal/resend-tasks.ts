// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import type { SentParcel } from '@volee/core-adapter/hand-over';
import { In, MoreThan } from 'typeorm';
import { parcelKey } from '../../domain/hand-over/handed-bilan.js';
import { HAND_OVER_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { TaskReader } from './task-reader.js';

const COLUMNS = ['id', 'pupilId', 'year', 'kind', 'period', 'publishedAt'] as const;
/** The states of a parcel that was sent. A recalled one counts: unlocking a bilan takes back what is on its way. */
const SENT = ['offered', 'accepted', 'delivered', 'recalled'];

/** The task about bilans that were handed over and are published again. The job that publishes offers nothing. */
export async function resendTasks(
  parcels: readonly SentParcel[],
  { db, t }: Pick<TaskReader, 'db' | 't'>,
): Promise<PortalTask[]> {
  const sent = parcels.filter(({ state }) => SENT.includes(state));
  if (sent.length === 0) return [];
  const first = new Date(Math.min(...sent.map(({ offeredAt }) => offeredAt.getTime())));
  const where = {
    state: 'published' as const,
    publishedAt: MoreThan(first),
    pupilId: In(sent.map((one) => one.pupilId)),
  };
  const rows = await db.repository(BilanRow).find({ select: COLUMNS, where });
  const isAgain = (row: (typeof rows)[number], one: (typeof sent)[number]): boolean =>
    isSame(one, row) && row.publishedAt !== null && one.offeredAt < row.publishedAt;
  const again = rows.filter((row) => sent.some((one) => isAgain(row, one)));
  if (again.length === 0) return [];
  const isThere = sent.some((one) => one.state === 'delivered' && again.some((row) => isAgain(row, one)));
  return [
    {
      title: t('handOver.again', { count: again.length }),
      detail: t(isThere ? 'handOver.againDetail' : 'handOver.againRecalled'),
      action: t('college.see'),
      path: HAND_OVER_PATH,
    },
  ];
}

function isSame(
  { pupilId, key }: { readonly pupilId: string; readonly key: string },
  row: Pick<BilanRow, (typeof COLUMNS)[number]>,
): boolean {
  return pupilId === row.pupilId && key === parcelKey(row);
}
