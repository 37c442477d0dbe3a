// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { year as fr } from '../fr/year.js';

export const year: Record<keyof typeof fr, Message> = {
  'year.title': 'The periods of {year}-{next}',
  'year.lead': 'Choose the rhythm and the days. Opening a period gives each pupil an empty report to fill in.',
  'year.rhythm': 'Rhythm of the year',
  'year.terms': '3 terms',
  'year.halves': '2 halves',
  'year.parts': '5 periods',
  'year.fixed': '{rhythm}. The rhythm no longer changes this year: reports have been begun.',
  'year.startsOn': 'First day',
  'year.endsOn': 'Last day',
  'year.dueOn': 'To sign before',
  'year.unopened': 'Not opened yet',
  'year.opened': { one: '{count} report opened', other: '{count} reports opened' },
  'year.open': { one: 'Save, and open for the class', other: 'Save, and open for the {count} classes' },
  'year.save': 'Save the days',
  'year.saved': 'The days are saved.',
  'year.isOpen': { one: 'Opened, {period}: {count} report.', other: 'Opened, {period}: {count} reports.' },
  'year.closed': 'The period is no longer open. Its empty reports are deleted.',
  'year.notClosed': 'A report has been begun: the period stays open.',
  'year.chosen': 'Chosen',
  'year.noPeriod': 'The year has no such period. Choose one of the page.',
  'year.begun': 'Reports have been begun with another rhythm. Keep that one until summer.',
  'year.problems': { one: '{count} day needs to be corrected.', other: '{count} days need to be corrected.' },
  'year.noDay': 'Choose a day.',
  'year.badDay': 'There is no such day. Write it like 2026-12-04.',
  'year.outside': 'This day is not in the school year, from 1 August {year} to 31 July {next}.',
  'year.endsFirst': 'The period ends before it starts. Choose a later day.',
  'year.overlap': 'The period before has not ended on this day. Choose a later day.',
  'year.dueFirst': 'This day is before the start of the period. Choose a later day.',
};
