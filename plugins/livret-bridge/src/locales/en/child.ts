// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { child as fr } from '../fr/child.js';

export const child: Record<keyof typeof fr, Message> = {
  'child.bravo': 'Well done, {name}!',
  'child.title': 'Your report, {name}',
  'child.strong1': '{bilan}. Here is your strong point.',
  'child.strong2': '{bilan}. Here are your two strong points.',
  'child.strong3': '{bilan}. Here are your three strong points.',
  'child.lead': '{bilan}. Here is where you are.',
  'child.strongTitle': 'Your strong points',
  'child.next': 'Now you work on',
  'child.progress': 'You have made progress',
  'child.grew': {
    one: '{when}, you had {count} brick. Now you have {now}.',
    other: '{when}, you had {count} bricks. Now you have {now}.',
  },
  'child.endOf': 'Your report of the end of {level}',
  'child.inLevel': 'In {level}',
  'child.inTerm': 'In {period}',
  'child.inPart': 'In {period}',
  'child.lastYear': 'Last year',
  'child.word': 'A word from {name}',
  'child.wordUnsigned': 'A word for you',
  'child.all': 'See your whole report',
  'child.allLead': 'Your report is written for your parents, too. That is why it says “{name}”, and not “you”.',
  'child.general': 'What {name} wrote to your parents',
  'child.generalUnsigned': 'What your school wrote to your parents',
  'child.helpTitle': 'Do you disagree? Does something worry you?',
  'child.help': 'Talk to an adult: your teacher or your parents. They may read it, too.',
  'child.helpNamed': 'Talk to an adult: {name} or your parents. They may read it, too.',
};
