// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { reading as fr } from '../fr/reading.js';

export const reading: Record<keyof typeof fr, Message> = {
  'reading.none': 'Families have read no report yet.',
  'reading.read': {
    one: 'Families have read {count} report of {total}',
    other: 'Families have read {count} reports of {total}',
  },
  'reading.andConfirmed': ', and confirmed {count}',
  'reading.unread': { one: '{count} not read yet', other: '{count} not read yet' },
  'reading.of': '{name}: {count}',
  'reading.noneShort': 'not read by families yet',
  'reading.readShort': { one: '{count} read', other: '{count} read' },
  'reading.confirmedShort': { one: '{count} confirmed', other: '{count} confirmed' },
  'reading.isUnread': '{when}, not read yet',
  'reading.isRead': '{when}, read by the family',
  'reading.isConfirmed': '{when}, confirmed by the family',
};
