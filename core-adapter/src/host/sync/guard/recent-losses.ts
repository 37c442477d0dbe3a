// SPDX-License-Identifier: EUPL-1.2
import { IsNull, MoreThan, Not } from 'typeorm';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { attachmentKey } from '../image/directory-image.js';
import { SyncRunRow } from '../runs/sync-run.entity.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** A little less than a day, in milliseconds: a sync at four does not count what yesterday's at four did. */
const WINDOW = 23 * 3_600_000;

/**
 * Who was lost from each school by syncs of the last hours, and is still away: `attachmentKey` → how many. A directory that empties
 * itself while it is followed loses a few at each look, and never too many at once. What somebody approved counts no more, nor
 * what was before.
 */
export async function readRecentLosses(
  unitOfWork: UnitOfWork,
  { source, at }: { readonly source: string; readonly at: Date },
  snapshot: Pick<Snapshot, 'numberOf'>,
): Promise<ReadonlyMap<string, number>> {
  const approved = await unitOfWork.run((manager) =>
    manager.findOne(SyncRunRow, {
      where: { source, state: 'applied', approvedBy: Not(IsNull()) },
      order: { endedAt: 'DESC' },
    }),
  );
  const since = new Date(Math.max(at.getTime() - WINDOW, approved?.endedAt?.getTime() ?? 0));
  const rows = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source', {
        source,
      })
      .select('external.key', 'key')
      .addSelect('attachment.uai', 'uai')
      .addSelect('attachment.profile', 'profile')
      .where({ source, until: MoreThan(since) })
      .andWhere('external.leftAt IS NOT NULL')
      .getRawMany<Pick<ExternalIdRow, 'key'> & Pick<AttachmentRow, 'uai' | 'profile'>>(),
  );
  const losses = new Map<string, number>();
  for (const { key, uai, profile } of rows) {
    if (snapshot.numberOf(key) !== undefined) continue;
    const attachment = attachmentKey(uai, profile);
    losses.set(attachment, (losses.get(attachment) ?? 0) + 1);
  }
  return losses;
}
