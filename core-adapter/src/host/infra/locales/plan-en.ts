// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { planFr } from './plan-fr.js';

export const planEn: Record<keyof typeof planFr, Message> = {
  'plan.title': 'Person by person',
  'plan.willBe': 'What would be done',
  'plan.was': 'What was done',
  'plan.forgotten': 'The details are no longer kept: they name people, and are forgotten after 90 days.',
  'plan.filters': 'Search this run',
  'plan.person': 'Person or group',
  'plan.personHint': 'A name, or a key of the directory.',
  'plan.school': 'School',
  'plan.schoolHint': 'A name, or a UAI.',
  'plan.kind': 'What happens',
  'plan.anyKind': 'Everything',
  'plan.kind.disabled': 'Departures',
  'plan.kind.moved': 'Moves',
  'plan.kind.changed': 'Changes',
  'plan.kind.revived': 'Returns',
  'plan.kind.created': 'Arrivals',
  'plan.found': { one: '{number} line', other: '{number} lines' },
  'plan.none': 'Nothing matches this search.',
  'plan.noneAtAll': 'Nothing changes.',
  'plan.column.who': 'Who',
  'plan.column.change': 'Change',
  'plan.column.why': 'Why',
  'plan.noSchool': 'In no school',
  'plan.schools': 'School by school',
  'plan.schoolsFound': { one: '{number} school concerned', other: '{number} schools concerned' },
  'plan.subject.group': 'group',
  'plan.subject.school': 'school',
  'plan.person.disabled': 'Account closed',
  'plan.person.revived': 'Account reopened',
  'plan.person.created': 'Account opened',
  'plan.group.disabled': 'Group ended',
  'plan.group.revived': 'Group is back',
  'plan.group.created': 'New group',
  'plan.school.created': 'New school',
  'plan.movesTo': 'Leaves for: {school}',
  'plan.movesFrom': 'Comes from: {school}',
  'plan.field.login': 'Login',
  'plan.field.givenName': 'Given name',
  'plan.field.familyName': 'Family name',
  'plan.field.displayName': 'Displayed name',
  'plan.field.name': 'Name',
  'plan.field.kind': 'Kind',
  'plan.field.group': 'Class or group',
  'plan.field.profile': 'Role',
  'plan.field.child': 'Child',
  'plan.field.grant':
    'Head by a right given by hand: no directory names this person here any more, and the right will end',
  'plan.reason.new': 'New in the directory',
  'plan.reason.recycled': 'Another person, who was given a known key',
  'plan.reason.replaced': 'The key names another person now',
  'plan.reason.back': 'Back in the directory',
  'plan.reason.gone': 'No longer in the directory',
  'plan.reason.other-school': 'Changes school',
  'plan.reason.joins': 'Now in this school as well',
  'plan.reason.leaves': 'No longer in this school',
  'plan.reason.profile': 'Changes role in the school',
  'plan.reason.groups': 'Changes class or group',
  'plan.reason.fields': 'Written otherwise in the directory',
  'plan.reason.child': 'Family tie changed',

  'plan.means.nothing-read':
    'The directory answered, with nobody in it. That is nearly always a reading account without rights, or a wrong base.',
  'plan.check.nothing-read':
    'Check the address, the base (baseDn) and the rights of the reading account, then read again.',
  'plan.means.ids-replaced':
    'The directory was probably restored from a copy: each record got a new internal id (entryUUID). Otherwise, these keys name other people.',
  'plan.check.ids-replaced':
    'If the directory has just been restored, run on the server: volee sync apply NUMBER --same-persons --approve REASON. Nobody loses anything then. Otherwise, do not approve.',
  'plan.means.school-vanished':
    'Everybody in the school would be closed. A school rarely closes: a branch of the directory is more likely missing.',
  'plan.check.school-vanished':
    'Ask whether the school closed or changed its UAI. If not, look for its branch in the directory, and the right to read it.',
  'plan.means.school-shrank':
    'Too many persons are missing at once for this to be the life of the school: the reading was probably cut short.',
  'plan.check.school-shrank':
    'Count the school’s entries in the directory: a size limit (sizeLimit), a page that was lost, or a right taken back?',
  'plan.means.profile-shrank':
    'Too many persons of one profile are missing at once for this to be the life of a school.',
  'plan.check.profile-shrank':
    'Count these entries in the directory: a size limit (sizeLimit), a lost page, a right taken back, or an import half done?',
  'plan.means.groups-shrank':
    'The persons are there, but not their classes or teams. The directory may hide the members of its groups.',
  'plan.check.groups-shrank':
    'Look at a group of the school in the directory: are its members there, and does the reading account see them? In September this is normal: approve.',
  'plan.means.classes-changed':
    'More than half of the pupils would change class, though the beginning of the school year is over. What goes with a class (folders, messages, reports) would change as well.',
  'plan.check.classes-changed':
    'Ask the school whether it has made its classes anew, or renamed them. If so, approve. If not, the directory has probably received the classes of another year: repair it, then read it again.',
  'plan.means.vanished-everywhere':
    'Something that was on nearly every entry is on none. The reading account has probably lost a right.',
  'plan.check.vanished-everywhere':
    'Read an entry with the reading account: is what is missing still there? If not, give the right back.',
  'plan.meansTitle': 'What it means',
  'plan.checkTitle': 'What to check',

  'plan.repairText': 'It is mostly out of order: mend the directory, then read it again. Nothing was changed.',
  'plan.staleTodo': 'Read the directory again, then look at the new run.',
  'plan.intended': 'Was it meant?',
  'plan.approveReason': 'Why apply it all the same',
  'plan.approveHint': 'Your name and this reason stay in the journal.',
  'plan.noReason': 'Write why: a few words will do.',
  'plan.approve': 'Approve this run…',
  'plan.apply': 'Apply this run…',
  'plan.confirmNext': 'The next page shows the figures, and asks for confirmation.',
  'plan.stale': 'This run can no longer be applied',
  'plan.staleText':
    'Since then run {id} has put things in order: the directory is no longer what this run compared. Read it again, and look at the new run.',
  'plan.conflict':
    'Another run was applied in the meantime. Nothing was written. Read the directory again, and look at the new run.',
  'plan.ended': 'This run waits for nothing any more: somebody may have come before you. Nothing was written.',
  'plan.underWay': 'Being written',
  'plan.underWayText': 'For a region this may take a minute. You may close this page: nothing will stop.',
  'plan.refresh': 'Refresh',
  'plan.confirmTitle': 'Apply run {id}?',
  'plan.confirmLead': 'Directory {source}. This is what will be done, now and all at once.',
  'plan.will.disabled': { one: 'account will be closed', other: 'accounts will be closed' },
  'plan.will.moved': { one: 'person will change school', other: 'persons will change school' },
  'plan.will.changed': { one: 'record will be changed', other: 'records will be changed' },
  'plan.will.revived': { one: 'account will be reopened', other: 'accounts will be reopened' },
  'plan.will.created': { one: 'account will be opened', other: 'accounts will be opened' },
  'plan.willOthers': 'Only schools, classes or families change: no account is opened or closed.',
  'plan.consequenceOut': 'People that leave are logged out at once, and lose the rights that were given by hand.',
  'plan.consequenceBack': 'Nothing is erased: people that come back to the directory find their account as it was.',
  'plan.consequenceAudit': 'Your name stays in the journal.',
  'plan.consequenceReason': 'Your name and your reason stay in the journal: “{reason}”',
  'plan.confirmClose': { one: 'Close {number} account and apply', other: 'Close {number} accounts and apply' },
  'plan.confirmApply': 'Apply run {id}',
  'plan.confirmCancel': 'Change nothing',
  'plan.applied': 'Run {id} is applied.',
};
