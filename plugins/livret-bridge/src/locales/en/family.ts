// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { family as fr } from '../fr/family.js';

export const family: Record<keyof typeof fr, Message> = {
  'family.waiting': {
    one: '{count} report to read and to confirm.',
    other: '{count} reports to read and to confirm.',
  },
  'family.allRead': 'You have read and confirmed everything.',
  'family.nothing': 'No report is published yet.',
  'family.empty': 'The next report of {name} will appear here. On that day, your portal will tell you.',
  'family.published': 'Published on {day}.',
  'family.corrected': 'Corrected: “{word}”',
  'family.handed': 'The reports that the primary school handed over.',
  'family.from': 'Handed over by {school}.',
  'family.read': 'Read',
  'family.tagNew': 'New',
  'family.tagConfirmed': 'Confirmed on {day}',
  'family.tagCorrecting': 'Being corrected',
  'family.tagWithdrawn': 'Withdrawn',
  'family.task': 'The report of {name} is published',
  'family.taskAgain': 'The report of {name} was corrected and published again',
  'family.taskDetail': '{bilan}: to read and to confirm.',
  'family.taskCorrecting': 'The school corrects the report of {name}',
  'family.taskWithdrawn': 'The school withdrew the report of {name}',
  'family.taskAction': 'Read',
  'family.taskSee': 'See',
  'mine.lead': { one: 'A new report is waiting for you.', other: '{count} new reports are waiting for you.' },
  'mine.read': 'Your reports, the newest first.',
  'mine.none': 'Your first report is not published yet.',
  'mine.later': 'Once it is ready, you will read it here: your strong points, a word for you, and what you work on.',
  'mine.new': 'new',
  'mine.correcting': 'Your school is reading it again.',
  'mine.corrected': 'Your school has corrected it.',
  'mine.withdrawn': '{bilan}. {notice}',
  'mine.waits': 'Your school is correcting your report.',
};
