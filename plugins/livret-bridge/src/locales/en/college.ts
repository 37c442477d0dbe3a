// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { college as fr } from '../fr/college.js';

export const college: Record<keyof typeof fr, Message> = {
  'college.lead': 'The reports of primary school, for teachers of 6e.',
  'college.offered': { one: '{count} report waits for your answer', other: '{count} reports wait for your answer' },
  'college.offeredDetail': 'Schools offer the reports of their CM2.',
  'college.answer': 'Answer',
  'college.see': 'Open',
  'college.classes': 'Classes of 6e',
  'college.noneTitle': 'No report has arrived yet',
  'college.none':
    'A report arrives when the collège has accepted it and the directory names the pupil, as a rule at the end of August. Their class will be shown here.',
  'college.open': 'See the class',
  'college.taskDetail': '{schools}, to be answered before {day}.',
};
