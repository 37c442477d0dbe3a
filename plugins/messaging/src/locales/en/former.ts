// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { former as fr } from '../fr/former.js';

export const former: Record<keyof typeof fr, Message> = {
  'former.title': 'Messages {from} to {to}',
  'former.days': 'From {from} to {to}.',
  'former.heading': 'Your messages from before',
  'former.lead': 'For reading only: there is no answering any more. The newest ones first.',
  'former.kept': {
    one: '{count} message (the school may shorten this time)',
    other: '{count} messages (the school may shorten this time)',
  },
  'former.drafts': { one: '{count} letter that was begun', other: '{count} letters that were begun' },
  'former.draftsHeading': 'What you had begun',
  'former.trash': { one: '{count} message in the trash', other: '{count} messages in the trash' },
  'former.trashHeading': 'The trash from before',
  'former.reported': { one: '{count} message that you reported', other: '{count} messages that you reported' },
  'former.reportedHeading': 'What you reported',
  'former.ownWords': 'Your words: “{words}”',
  'former.unsent': 'Not sent',
  'former.youTo': 'You, {to}',
  'former.refused': 'Was not sent: refused',
  'former.missed': 'Has not arrived {to}',
  'former.waits': 'Has not arrived yet',
  'former.recalled': 'Taken back before it left',
  'former.files': 'In “Take everything along”: {names}',
};
