// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not, type EntityManager } from 'typeorm';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { SyncRunRow } from './runs/sync-run.entity.js';

/**
 * Prepares the removal of a school's data by other means than a sync: the next sync reads its source again despite the fingerprint, and
 * compares all people who were in the school.
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
