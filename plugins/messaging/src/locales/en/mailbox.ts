// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { mailbox as fr } from '../fr/mailbox.js';

export const mailbox: Record<keyof typeof fr, Message> = {
  boxes: 'Boxes of messages',
  'box.inbox': 'Received',
  'box.reviews': 'To accept',
  'box.sent': 'Sent',
  'box.older': 'Older messages',
  'person.gone': 'Somebody who has left',
  'inbox.line': '{from}: {subject}',
  'inbox.detail': '{when}, {opening}',
  'inbox.unread': 'Unread',
  'inbox.empty': 'No message',
  'inbox.emptyText': 'What people write to you will arrive here.',
  'sent.line': 'To {to}: {subject}',
  'sent.empty': 'Nothing sent',
  'sent.emptyText': 'Your messages will stay here, with their replies.',
  'state.held': 'Waits for a teacher',
  'state.waiting': 'Will leave later',
  'state.recalled': 'Taken back',
  'state.refused': 'Not sent',
  'to.pupilsOf': 'Pupils of {group}',
  'to.guardiansOf': 'Parents of {group}',
  'to.teamOf': 'Teachers of {group}',
  'to.allPupils': 'All pupils',
  'to.allGuardians': 'All parents',
  'to.allTeachers': 'All teachers',
  'to.pastGroup': 'A group of another year',
};
