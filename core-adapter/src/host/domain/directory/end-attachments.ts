// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';

/**
 * Ends all that people are in any school, in the transaction that disables them: people are counted by their attachments alone (ADR 127).
 * Replacements end with `endStandIns`.
 */
export async function endAttachments(manager: EntityManager, personIds: readonly string[], now: Date): Promise<void> {
  for (const batch of batches(personIds)) {
    await manager.update(AttachmentRow, { personId: In([...batch]), until: IsNull() }, { until: now });
  }
}
