// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { portal as fr } from '../fr/portal.js';

export const portal: Record<keyof typeof fr, Message> = {
  'portal.review': '{from} would like to write to {to}',
  'portal.reviewDetail': 'Their message waits for you to accept it ({when}).',
  'portal.reviews': { one: '{count} message of a pupil to accept', other: '{count} messages of pupils to accept' },
  'portal.reviewsDetail': '{names}. The oldest waits for you to accept it ({when}).',
  'portal.unread': { one: '{count} unread message', other: '{count} unread messages' },
  'portal.unreadLast': 'The last one: {who} ({when}).',
  'news.from': '{who} writes to you',
  'news.notRead': { one: '{count} message is unread.', other: '{count} messages are unread.' },
  'news.unread': { one: '{count} new: {names}', other: '{count} new: {names}' },
  'news.read': 'Read',
  'news.guardian': '{name}, a parent',
  'portal.report': '{who} reports a message',
  'portal.reportDetail': 'The message waits for the head to read it ({when}).',
  'portal.refused': 'Your message “{subject}” was not sent',
  'portal.withdrawn': 'Your message “{subject}” is not sent',
  'portal.withdrawnDetail': 'Finish it, then send it.',
  'portal.finish': 'Finish it',
  'portal.opened': '{who}, a head of the school, opened a thread of yours',
  'portal.openedDetail': 'After a report ({when}). The reason: {reason}',
  'portal.read': 'Read',
  'portal.see': 'See',
};
