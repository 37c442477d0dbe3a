// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not, type EntityManager } from 'typeorm';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { SyncRunRow } from './runs/sync-run.entity.js';

/**
 * What somebody is about to take from a school beside the syncs: the next one must not take it for granted. It reads its source
 * again, whatever that says of its state, and compares everybody who was in the school.
 */
export async function forgetSchoolRead(manager: EntityManager, uai: string): Promise<void> {
  const inSchool = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .select('attachment.personId')
    .where('attachment.uai = :uai', { uai });
  await manager
    .createQueryBuilder()
    .update(ExternalIdRow)
    .set({ digest: null })
    .where(`personId IN (${inSchool.getQuery()})`, inSchool.getParameters())
    .execute();
  await manager.update(SyncRunRow, { mark: Not(IsNull()) }, { mark: null, since: null });
}
