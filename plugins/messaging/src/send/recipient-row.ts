// SPDX-License-Identifier: EUPL-1.2
import type { NewRow } from '@volee/core-adapter';
import type { Recipient } from '../rules/recipients.js';
import type { RecipientRow } from '../store/recipient.entity.js';

/** The row of a recipient; `recipientOf` reads it. */
export function recipientRow(messageId: string, recipient: Recipient): NewRow<RecipientRow> {
  if ('person' in recipient) return { messageId, toPerson: recipient.person, toGroup: null, part: null };
  if ('everyone' in recipient) return { messageId, toPerson: null, toGroup: null, part: recipient.everyone };
  return { messageId, toPerson: null, toGroup: recipient.group, part: recipient.profile };
}
