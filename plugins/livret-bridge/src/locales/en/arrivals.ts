// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { arrivals as fr } from '../fr/arrivals.js';

export const arrivals: Record<keyof typeof fr, Message> = {
  'arrivals.name': 'Reports offered',
  'arrivals.title': { one: '{count} report offered', other: '{count} reports offered' },
  'arrivals.none': 'No report offered',
  'arrivals.noneLead': 'You have answered everything.',
  'arrivals.noneText': 'When a school offers the reports of its CM2, you will see them here.',
  'arrivals.from': {
    one: 'They come from one school, for the school year {year}.',
    other: 'They come from {count} schools, for the school year {year}.',
  },
  'arrivals.nameOnly':
    'For now, you see the name and the school. The report opens once you have accepted it and the pupil is with you.',
  'arrivals.count': { one: '{count} report', other: '{count} reports' },
  'arrivals.since': 'Offered on {day}.',
  'arrivals.fold': { one: 'See the name', other: 'See the {count} names, all ticked at first' },
  'arrivals.pupils': 'Untick the pupils that you do not expect.',
  'arrivals.unticked': 'And the pupils that are not ticked?',
  'arrivals.reason': 'Reason',
  'arrivals.later': 'Answer later',
  'arrivals.elsewhere': 'Enrolled elsewhere',
  'arrivals.unknown': 'Unknown to us',
  'arrivals.other': 'Another reason',
  'arrivals.word': 'A word (optional, except for another reason)',
  'arrivals.reads': 'The school will read this reason and this word.',
  'arrivals.accept': { one: 'Accept {count} report', other: 'Accept {count} reports' },
  'arrivals.refuse': { one: 'Refuse {count} report', other: 'Refuse {count} reports' },
  'arrivals.refuseToo': 'and refuse {count}',
  'arrivals.answer': 'Answer',
  'arrivals.effect':
    'The ticked reports are accepted. The others wait for your answer, or are refused if you choose a reason. The school sees it at once.',
  'arrivals.undo': 'A mistake? The school can take a report back until it arrives, and offer a refused one again.',
  'arrivals.recap': 'Answer: {school}',
  'arrivals.recapLead': 'Read the names again: the school sees the answer at once.',
  'arrivals.willAccept': { one: '{count} accepted', other: '{count} accepted' },
  'arrivals.willRefuse': { one: '{count} refused', other: '{count} refused' },
  'arrivals.back': 'Change the answer',
  'arrivals.accepted': { one: '{count} report accepted: {names}.', other: '{count} reports accepted: {names}.' },
  'arrivals.refused': {
    one: '{count} report refused: {names}. A mistake? The school can offer it again.',
    other: '{count} reports refused: {names}. A mistake? The school can offer them again.',
  },
  'arrivals.gone': {
    one: '{count} report was no longer offered: the school took it back, or a colleague has already answered.',
    other: '{count} reports were no longer offered: the school took them back, or a colleague has already answered.',
  },
  'arrivals.nothing': 'Tick at least one pupil, or choose a reason to refuse.',
  'arrivals.noWord': 'Write a word: the school needs it to choose another collège.',
  'arrivals.changed':
    'The school took a report back meanwhile, or a colleague has already answered. Nothing was changed: check the list, then answer again.',
  'arrivals.waiting': { one: '{count} report is waiting', other: '{count} reports are waiting' },
  'arrivals.waitingLead': 'Accepted: they arrive when the directory of the collège names the pupil.',
  'arrivals.fromSince': '{school}, since {day}',
  'arrivals.question':
    'A pupil of yours looks like them. The administrator of the platform will say whether they are the same: console, page “Namesakes”.',
  'arrivals.brick': 'School report is switched off in your collège.',
  'arrivals.expected': { one: 'See the expected pupil', other: 'See the {count} expected pupils' },
  'arrivals.year': 'School year {year}',
  'arrivals.yearText': {
    one: '{count} report accepted of {total}',
    other: '{count} reports accepted of {total}',
  },
  'arrivals.alone': 'Accepted reports arrive by themselves, as a rule at the end of August.',
};
