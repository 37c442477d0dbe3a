// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { late as fr } from '../fr/late.js';

export const late: Record<keyof typeof fr, Message> = {
  'late.task': { one: '{count} signed report is not published', other: '{count} signed reports are not published' },
  'late.taskJuly': {
    one: 'The family cannot read it yet. Publish before 31 July, while a mistake can still be corrected. The last day is 31 August.',
    other:
      'Families cannot read them yet. Publish before 31 July, while a mistake can still be corrected. The last day is 31 August.',
  },
  'late.taskAugust': {
    one: 'It belongs to the school year that has just ended. You can publish it until 31 August.',
    other: 'They belong to the school year that has just ended. You can publish them until 31 August.',
  },
  'late.publish': 'Publish',
  'late.title': 'Publish the reports of last year',
  'late.lead': {
    one: '{year}: {count} report is signed, and nobody has published it. You can do so until 31 August.',
    other: '{year}: {count} reports are signed, and nobody has published them. You can do so until 31 August.',
  },
  'late.first': 'The first {count} are here; the others come once these are published.',
  'late.none': '{year}: all signed reports are published.',
  'late.closed':
    'Reports of last year are published here in August. After 31 August they stay at the school, unpublished.',
  'late.back': 'The reports of this year',
  'late.pupils': 'Signed reports',
  'late.signed': 'Signed by {name}, {day}: publishing approves it, too.',
  'late.endorsed': 'Signed by {name}, {day}, and approved.',
  'late.gone': 'A pupil that is no longer in the school',
  'late.button': 'Publish the ticked reports',
  'late.after': 'Once you have published',
  'late.reads': 'Families can read these reports at once, and confirm them.',
  'late.final': 'Nobody corrects them any more: their year has ended.',
  'late.untick': 'A report with a mistake? Untick it: it stays at the school, and the family does not read it.',
  'late.done': { one: 'The report is published.', other: '{count} reports are published.' },
  'late.changed': {
    one: '{count} report changed since the page was opened: read it again.',
    other: '{count} reports changed since the page was opened: read them again.',
  },
  'late.broken': {
    one: '{count} report no longer matches its signature, and is not published.',
    other: '{count} reports no longer match their signatures, and are not published.',
  },
  'late.board': {
    one: '{count} report of last year is signed and not published.',
    other: '{count} reports of last year are signed and not published.',
  },
};
