// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { formerFr } from './former-fr.js';

export const formerEn: Record<keyof typeof formerFr, Message> = {
  'former.title': { one: 'Your former school', other: 'Your former schools' },
  'former.lead':
    'What you had there is not lost: you can still read it and take it along. Nothing changes there any more.',
  'former.nothing': 'There is nothing left to read or to take along.',
  'former.schoolOfChild': '{child}: {school}',
  'former.leftAt': 'Left on {day}.',
  'former.until': 'Kept until {day}.',
  'former.untilLeaving': 'Kept for as long as you have an account here.',
  'former.untilLeavingOfChild': 'Kept for as long as {child} has an account here.',
  'former.read': 'Read',
  'former.take': 'Take everything along',
  'former.silent': 'This brick does not answer at the moment. Try again later: nothing was erased.',
  'former.all': 'Everything that Volée keeps about you, in all your schools, is in',
  'former.putAway': 'Do not remind me on the home page',
  'former.putAwayDone': 'Done. This page stays: you find it under “My data”.',
  'former.path': 'Path',
  'former.line': 'You have changed schools. Nothing is lost of what you had at {school}.',
  'former.lineOfChild': '{child} has changed schools. Nothing is lost of what you read at {school}.',
  'former.lineOfMany': 'In former schools there are things for you to read or to take along.',
  'former.lineUntil': 'A part of it is erased after {day}.',
  'former.link': { one: 'See your former school', other: 'See your former schools' },
};
