// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { MessagingBrick } from './brick-types.js';
import { exportMessages } from './export-messages.js';
import { moveMessages } from './move-messages.js';
import { CopyRow } from './store/copy.entity.js';
import { MessageRow } from './store/message.entity.js';
import { RecipientRow } from './store/recipient.entity.js';
import { ReviewRow } from './store/review.entity.js';
import { TextRow } from './store/text.entity.js';

/**
 * An export holds what the person wrote and what they received. An erasure removes their copies; what they wrote stays with its
 * receivers, without their name. A message without a copy is left to the retention: its rows name nobody any more. When two persons
 * become one, one mailbox is put into the other.
 */
export function registerPersonalData({ personalData }: Pick<MessagingBrick, 'personalData'>): void {
  personalData({
    exportPerson: async ({ db, personId }) => ({ records: await exportMessages(personId, db) }),
    erasePerson: ({ db, personId }) => db.transaction(() => erase(personId, db)),
    movePerson: moveMessages,
    async closeSchool({ db }) {
      for (const entity of [CopyRow, ReviewRow, RecipientRow, TextRow, MessageRow]) {
        await db.repository<{ id: string }>(entity).delete({});
      }
    },
  });
}

async function erase(personId: string, db: SchoolDatabase): Promise<void> {
  await db.repository(CopyRow).delete({ ownerId: personId });
  await db.repository(RecipientRow).delete({ toPerson: personId });
  await db.repository(ReviewRow).update({ decidedBy: personId }, { decidedBy: null });
  await db.repository(MessageRow).update({ authorId: personId }, { authorId: null });
}
