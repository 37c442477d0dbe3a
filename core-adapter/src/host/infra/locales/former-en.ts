// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { formerFr } from './former-fr.js';

export const formerEn: Record<keyof typeof formerFr, Message> = {
  'portal.kept': {
    one: 'The brick {bricks} is not switched on for you at the moment. The school keeps what you have there.',
    other: 'The bricks {bricks} are not switched on for you at the moment. The school keeps what you have there.',
  },
  'portal.keptOfChild': {
    one: 'The brick {bricks} is not switched on for you at the moment. The school keeps what you read there for {child}: ask the head.',
    other:
      'The bricks {bricks} are not switched on for you at the moment. The school keeps what you read there for {child}: ask the head.',
  },
  'portal.ends': 'The brick {brick} stops for you on {day}. The school keeps what you have there.',
  'portal.keptTake': 'What Volée keeps of you can be downloaded:',
  'former.title': { one: 'Former school', other: 'Former schools' },
  'former.lead': 'Here is everything that is still kept for you, and until when.',
  'former.nothing': 'There is nothing left to read or to take along.',
  'former.schoolOfChild': '{child}: {school}',
  'former.leftAt': 'Left on {day}.',
  'former.until': 'Kept until {day}.',
  'former.untilLeaving': 'Kept for as long as you have an account here.',
  'former.untilLeavingOfChild': 'Kept for as long as {child} has an account here.',
  'former.read': 'Read',
  'former.take': 'Take everything along',
  'former.silent': '“{brick}” does not answer at the moment. Try again later: nothing was erased.',
  'former.all': 'Everything that Volée keeps about you, in all your schools, is in',
  'former.putAway': 'Do not remind me on the home page',
  'former.putAwayDone': 'Done. This page stays: you find it under “My data”.',
  'former.path': 'Path',
  'former.pages': 'Pages',
  'former.previousPage': 'Previous page',
  'former.nextPage': 'Next page',
  'former.line': 'You have changed schools. What you had at {school} is still kept.',
  'former.lineOfChild': '{child} has changed schools. What you read at {school} is still kept.',
  'former.lineOfMany': 'Things from before a change of schools are still kept for you.',
  'former.lineUntil': 'A part of it is erased after {day}.',
  'former.link': { one: 'See the former school', other: 'See the former schools' },
};
