// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { moderation as fr } from '../fr/moderation.js';

export const moderation: Record<keyof typeof fr, Message> = {
  'review.title': {
    one: '{count} message of a pupil waits for you to accept it',
    other: '{count} messages of pupils wait for you to accept them',
  },
  'review.none': 'No message waits for you to accept it',
  'review.lead':
    'An accepted message leaves at once, or at the end of the quiet hours. After 3 school days the head sees it too; after 7 it is refused with a kind word.',
  'review.line': '{from}, {group}, writes to {to}',
  'review.accept': 'Accept',
  'review.refuse': 'Refuse with a word',
  'review.refuseButton': 'Refuse and give this word',
  'review.reason': 'The word',
  'review.word': '{who} will read',
  'review.wordHint': 'When it is empty, the word chosen above is given.',
  'review.accepted': 'The message is accepted.',
  'review.refused': 'The message is refused, with your word.',
  'review.acceptedBefore': '{who} has already accepted this message. Nothing to do.',
  'review.refusedBefore': '{who} has already refused this message. Nothing to do.',
  'review.overdue': 'Nobody could read this message in time. Talk to your teacher, and write it again.',
  'reason.hurtful': 'It may hurt',
  'reason.talkFirst': 'Let us talk first',
  'reason.tellsTooMuch': 'It tells too much (address, number)',
  'reason.ownWords': 'In my words',
  'word.hurtful':
    'This message may hurt somebody. I do not send it. Come and see me, and we find together how to say it.',
  'word.talkFirst': 'Please come and see me first. I do not send this message for now.',
  'word.tellsTooMuch': 'Your message tells too much, such as an address or a number. Take it out and write again.',
};
