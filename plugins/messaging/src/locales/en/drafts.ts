// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { drafts as fr } from '../fr/drafts.js';

export const drafts: Record<keyof typeof fr, Message> = {
  'draft.save': 'Keep as a draft',
  'draft.discard': 'Throw the draft away',
  'draft.kept': 'The draft is kept.',
  'draft.keptAt': 'Kept at {hour}',
  'draft.full':
    'You already have {count} drafts: send or throw away some, then keep this one. Your text is still there.',
  'draft.saving': 'Saving…',
  'draft.offline': 'No network: kept on this device',
  'draft.ended': 'You are logged in no more: log in on another tab, your text waits here',
  'draft.beside': 'Another text was kept on this device: it is among your drafts',
  'draft.changed': 'This draft has changed in another window. Keep it to see both texts.',
  'draft.discarded': 'The draft is in the trash.',
  'stopped.title': 'Your message was not sent',
  'stopped.lead': 'It is kept in your drafts, with your text. Nothing reached anybody.',
  'stopped.leadUnsaved': 'Your text is still here. Nothing reached anybody.',
  'stopped.before': 'One thing stops it',
  'stopped.reasons': { one: 'One thing stops it', other: '{count} things stop it' },
  'stopped.waits': 'A pause before the next message',
  'stopped.cannot': '{who} cannot receive it.',
  'stopped.rest': 'Send {names}',
  'stopped.back': 'Back to the text',
  'clash.title': 'This draft exists twice',
  'clash.saved':
    'You have also changed it in another window or on another device, {when}. Both texts are kept in your drafts.',
  'clash.sent': 'You have sent it from another window or device, {when}. The text of this page is kept apart.',
  'clash.thrown':
    'You put it into the trash in another window or on another device. The text of this page is kept in your drafts.',
  'clash.take': 'Take the other text',
  'clash.read': 'Read the message sent',
  'clash.keep': 'Keep this one',
  'forward.subject': 'Fwd: {subject}',
  'forward.open': 'Forward',
  'forward.again': 'Use this text again',
  'forward.full':
    'There is no room left among your drafts: {count} at most, and 100 MB of files. Send or throw away some first.',
  'forward.head': 'Forwarded message, written on {when}',
};
