// SPDX-License-Identifier: EUPL-1.2
import type { NewRow } from '@volee/core-adapter';
import type { Recipient } from '../rules/recipients.js';
import type { RecipientRow } from '../../store/recipient.entity.js';

/** The row of a recipient; `recipientOf` reads it. */
export function recipientRow(messageId: string, recipient: Recipient): NewRow<RecipientRow> {
  const row = { messageId, toPerson: null, toGroup: null, part: null, missedAt: null };
  if ('person' in recipient) return { ...row, toPerson: recipient.person };
  if ('everyone' in recipient) return { ...row, part: recipient.everyone };
  return { ...row, toGroup: recipient.group, part: recipient.profile };
}
