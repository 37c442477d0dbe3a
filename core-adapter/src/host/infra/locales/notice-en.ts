// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { noticeFr } from './notice-fr.js';

/** The texts of mails to administrators of the platform. */
export const noticeEn: Record<keyof typeof noticeFr, Message> = {
  'notice.refused': 'Volée: run {id} of the directory {source} was refused',
  'notice.failed': 'Volée: run {id} of the directory {source} failed',
  'notice.refusedText': 'The guard refused run {id} of the directory {source}. Nothing was changed in the schools.',
  'notice.failedText': 'Run {id} of the directory {source} failed. Nothing was changed in the schools.',
  'notice.partial': {
    one: 'Volée: one school of the directory {source} could not be read',
    other: 'Volée: {count} schools of the directory {source} could not be read',
  },
  'notice.partialText': {
    one: 'Run {id} of the directory {source} is done, but one school could not be read in full. Nothing was taken away there, and the other schools are up to date.',
    other:
      'Run {id} of the directory {source} is done, but {count} schools could not be read in full. Nothing was taken away there, and the other schools are up to date.',
  },
  'notice.unread': 'A part of each is at another server, or is not shown:',
  'notice.unreadMore': { one: 'and one more', other: 'and {count} more' },
  'notice.lookUnread': 'To learn why:',
  'notice.lapsing': {
    one: 'Volée: the right of a head ends in a week',
    other: 'Volée: the rights of {count} heads end in a week',
  },
  'notice.lapsingText': {
    one: 'A person is head of a school by a right that was given by hand. The directory named them in that school and no longer does. This right ends in a week.',
    other:
      '{count} people are heads of a school by a right that was given by hand. The directory named them in that school and no longer does. These rights end in a week.',
  },
  'notice.lapsingSchools': 'The schools:',
  'notice.lookLapsing': 'To see the people, and keep a right or revoke it:',
  'notice.why': 'Why:',
  'notice.reason.nothing-read': { one: 'the directory named nobody', other: 'the directory named nobody' },
  'notice.reason.ids-replaced': { one: 'many internal ids have changed', other: 'many internal ids have changed' },
  'notice.reason.school-vanished': { one: 'a school has vanished', other: '{count} schools have vanished' },
  'notice.reason.school-shrank': {
    one: 'too many persons are missing in a school',
    other: 'too many persons are missing in {count} schools',
  },
  'notice.reason.profile-shrank': {
    one: 'too many persons of the same profile are missing',
    other: 'too many persons of the same profile are missing, in {count} places',
  },
  'notice.reason.groups-shrank': {
    one: 'in a school, too many persons are no longer in their group',
    other: 'too many persons are no longer in their group, in {count} places',
  },
  'notice.reason.classes-changed': {
    one: 'in a school, more than half of the pupils change class',
    other: 'in {count} schools, more than half of the pupils change class',
  },
  'notice.reason.vanished-everywhere': {
    one: 'something is gone from every record',
    other: '{count} things are gone from every record',
  },
  'notice.figures': 'What would be done: {figures}.',
  'notice.look': 'To look, and decide:',
  'notice.once':
    'This goes to each address of mail.admins in volee.yaml. No other will come as long as nothing changes.',
};
