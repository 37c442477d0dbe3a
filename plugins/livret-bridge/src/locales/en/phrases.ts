// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { phrases as fr } from '../fr/phrases.js';

export const phrases: Record<keyof typeof fr, Message> = {
  'phrases.title': 'Your phrases',
  'phrases.lead': 'Your phrases for appreciations. Only you see them.',
  'phrases.howto':
    '{marker} becomes the first name of the pupil: “{marker} likes to take part” is written “Inès likes to take part”.',
  'phrases.new': 'A new phrase',
  'phrases.add': 'Add',
  'phrases.own': 'Phrases that you keep',
  'phrases.none': 'You have no phrase yet. Here are some to begin with.',
  'phrases.offered': 'Phrases to begin with',
  'phrases.keep': 'Keep',
  'phrases.keepOne': 'Keep “{phrase}”',
  'phrases.keepAll': 'Keep all these phrases',
  'phrases.removeOne': 'Remove “{phrase}”',
  'phrases.added': 'Phrase added.',
  'phrases.kept': 'Phrases kept.',
  'phrases.removed': 'Phrase removed. Reports in which it is written do not change.',
  'phrases.empty': 'Write a phrase.',
  'phrases.tooLong': 'The phrase has {length} characters, and the limit is {limit}. Make it shorter.',
  'phrases.twice': 'You have this phrase already.',
  'phrases.tooMany': 'You have {most} phrases already. Remove one before you add another.',
  'phrase.listens': '{prénom} likes to take part and listens to others.',
  'phrase.care': '{prénom} works with care and finishes each task.',
  'phrase.progress': 'Good progress this term: keep it up, {prénom}.',
  'phrase.helps': '{prénom} helps others and has found a place in the class.',
  'phrase.dares': '{prénom} knows the answers and can speak up more often.',
  'phrase.rereads': '{prénom} still needs to reread before handing work in.',
  'phrase.pace': '{prénom} understands well and now needs to work faster.',
  'phrase.effort': 'The efforts of {prénom} bear fruit.',
};
