// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { sixth as fr } from '../fr/sixth.js';

export const sixth: Record<keyof typeof fr, Message> = {
  'sixth.title': '{name}, where they start from',
  'sixth.path': 'Path',
  'sixth.pupils': { one: '{count} pupil,', other: '{count} pupils,' },
  'sixth.arrived': { one: '{count} report has arrived.', other: '{count} reports have arrived.' },
  'sixth.lead': 'The last position in primary school, and what has changed since the first report.',
  'sixth.print': 'Print',
  'sixth.low': 'How many are still at 1 or 2',
  'sixth.pupilCount': { one: '{count} pupil', other: '{count} pupils' },
  'sixth.nothing': { one: '{count} pupil has nothing to watch.', other: '{count} pupils have nothing to watch.' },
  'sixth.scale': 'Scale',
  'sixth.keyUp': '↗\u00a0progress since the first report',
  'sixth.keyDown': '↘\u00a0a fall',
  'sixth.keyWatch': 'To watch: a position 1, or a fall.',
  'sixth.region': 'The pupils of {name}',
  'sixth.others': 'Other subjects',
  'sixth.pupil': 'Pupil',
  'sixth.watch': 'To watch',
  'sixth.watchMore': { one: '{lines} and {count} more', other: '{lines} and {count} more' },
  'sixth.school': 'School',
  'sixth.sortBy': '{label}, sort',
  'sixth.none': 'Nothing',
  'sixth.up': '{value}, in progress',
  'sixth.down': '{value}, fallen',
  'sixth.waiting': 'Waiting: no report has arrived yet.',
  'sixth.empty': 'This class has no pupils yet.',
  'sixth.noted': 'Each report that you open is noted.',
  'sixth.notedMore': 'The family reads by whom, and on which day.',
};
