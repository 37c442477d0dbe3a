// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingBrick } from '../../brick-types.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { BreakerRow } from '../../store/breaker.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { PreferenceRow } from '../../store/preference.entity.js';
import { RationRow } from '../../store/ration.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { TextRow } from '../../store/text.entity.js';

/** Files removed at a time. */
const BATCH = 200;

const TABLES = [
  ...[CopyRow, ReviewRow, RefusalRow, OpeningRow, ReportRow, RecipientRow, TextRow, MessageRow],
  ...[PolicyRow, BreakerRow, PreferenceRow, RationRow],
];

/**
 * An export holds what the person wrote and what they received. An erasure removes their copies; what they wrote stays with its
 * receivers, without their name. A message without a copy is left to the retention: its rows name nobody any more. When two persons
 * become one, one mailbox is put into the other.
 */
export function registerPersonalData({ personalData, clock }: Pick<MessagingBrick, 'personalData' | 'clock'>): void {
  personalData({ exportPerson: (person) => exportPerson(person, clock), erasePerson, movePerson, closeSchool });
}

/** Content is removed before the rows: after an interruption, the rows still tell which content remains. */
async function closeSchool({ db, storage }: SchoolData): Promise<void> {
  const attachments = db.repository(AttachmentRow);
  for (;;) {
    const batch = await attachments.find({ take: BATCH });
    if (batch.length === 0) break;
    for (const { storageKey } of batch) await storage.remove(storageKey);
    await attachments.delete({ id: In(batch.map(({ id }) => id)) });
  }
  for (const entity of TABLES) await db.repository<{ id: string }>(entity).delete({});
}
