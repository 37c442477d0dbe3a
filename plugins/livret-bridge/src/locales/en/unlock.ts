// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { unlock as fr } from '../fr/unlock.js';

export const unlock: Record<keyof typeof fr, Message> = {
  'unlock.title': 'Unlock a published report',
  'unlock.lead': '{name}, {period}',
  'unlock.word': 'Why?',
  'unlock.hint': 'Parents read this reason. For example: “The position in geometry was that of another pupil.”',
  'unlock.button': 'Unlock with this reason',
  'unlock.cancel': 'Leave it published',
  'unlock.after': 'Once you have unlocked it',
  'unlock.draft': 'The teachers of the class change it, then sign it again.',
  'unlock.text': 'What does the family read meanwhile?',
  'unlock.stays': 'The text of today, until it is corrected',
  'unlock.staysDetail': 'For a mistake or an omission. The pupil and their parents read that the school corrects it.',
  'unlock.goes': 'Nothing: this text should not have been published',
  'unlock.goesDetail':
    'It is that of another pupil, for example. From now on the pupil and their parents do not read it.',
  'unlock.unchosen': 'Choose what the family reads meanwhile.',
  'unlock.told': 'The family knows that you unlocked it. Parents read your reason.',
  'unlock.until':
    'If nobody has signed it again by 31 July, the text of today is the report again. A withdrawn text returns only if you decide so.',
  'unlock.doneKept':
    'The report is unlocked. The family reads the published text until the corrected one is published, and knows that you correct it.',
  'unlock.done': 'The report is unlocked, and withdrawn from the family. Parents read why.',
  'unlock.doneRecalled':
    'The report is unlocked, withdrawn from the family, and taken back before it reached the collège. Parents read why.',
  'unlock.meanwhile': 'The collège received it at the same moment. Nothing is unlocked: click again.',
  'unlock.recalled':
    'It is taken back before it reaches the collège. Once it is published again, it can be offered anew.',
  'unlock.changed': 'This report is not published any more: somebody has unlocked it already.',
  'unlock.notPublished': 'This report is not published: there is nothing to unlock.',
  'unlock.tooLate':
    'The school year of this report ended on 31 July. It can no longer be unlocked: nobody could write it.',
  'unlock.left':
    'The pupil is in no class of the school any more. The report can no longer be unlocked: nobody could write it.',
  'unlock.back': 'Back to the report',
  'restore.title': 'The text that was published',
  'restore.lead':
    'Until it is corrected, the family reads the text published on {day}. If there is nothing left to correct, it is the report again, with its signature and visa.',
  'restore.leadWithdrawn':
    'The family no longer reads the text published on {day}. If it was right, it is the report again, with its signature and visa. The family reads it at once.',
  'restore.lost': 'What was written since stays in the history alone.',
  'restore.button': 'Publish the text of {day} again',
  'restore.done': 'The text is published again. If it was taken back on its way to the collège, offer it again.',
  'restore.changed': 'This report has changed meanwhile: nothing is published again.',
};
