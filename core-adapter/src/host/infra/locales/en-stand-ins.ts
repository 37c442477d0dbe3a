// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** The texts of the replacements page of the school's console. */
export const enStandIns = {
  'standIns.pages': 'Pages of the school',
  'standIns.bricks': 'Tools',
  'standIns.title': 'Replacements',
  'standIns.lead':
    'Is somebody away? Give their class to another person for a few days. On the day after the last one, everything closes again.',
  'standIns.now': 'Now and to come',
  'standIns.none': 'No replacement at the moment.',
  'standIns.noClass': 'The directory gives no class for this year yet: there is no class to give.',
  'standIns.line': '{class}: {name}',
  'standIns.daysNow': 'Until {until}, included',
  'standIns.daysToCome': 'From {from} to {until}, included',
  'standIns.elsewhere': 'Comes from another school',
  'standIns.end': 'End',
  'standIns.endOf': 'End the replacement, {class}, {name}',
  'standIns.add': 'Give a class',
  'standIns.choose': 'Choose…',
  'standIns.class': 'Class',
  'standIns.person': 'Somebody of the teaching staff',
  'standIns.login': 'Or somebody of another school',
  'standIns.loginHint': 'Their login, as it is typed to log in.',
  'standIns.from': 'From',
  'standIns.fromHint': 'Empty: at once.',
  'standIns.until': 'Until',
  'standIns.untilHint': 'That day included.',
  'standIns.effect':
    'During these days this person teaches the class: they see its pupils, its families and its bricks. Everybody keeps their own account.',
  'standIns.sure': '{name}: is this the right person? They will see the pupils and the families of the class.',
  'standIns.action': 'Give the class',
  'standIns.yes': 'Yes, give the class',
  'standIns.added': 'The class {class} is given to {name}. {days}.',
  'standIns.ended': 'The replacement is over: {name} no longer has the class {class}.',
  'standIns.wrong.noGroup': 'Choose a class of this year.',
  'standIns.wrong.noPerson': 'Choose somebody, or write a login in the next field.',
  'standIns.wrong.twoPersons': 'There are two persons. Empty this field, or go back to “Choose…” in the one above.',
  'standIns.wrong.notHere': 'This person no longer teaches in this school. Choose somebody else.',
  'standIns.wrong.unknownLogin': 'Nobody has this login. Check the spelling with the person.',
  'standIns.wrong.severalLogins':
    'Several persons have this login, each in a directory of their own. Ask the team that runs the server.',
  'standIns.wrong.notTeacher':
    'The person with this login teaches in no school. A class is given only to somebody that teaches.',
  'standIns.wrong.teachesAlready': 'This person has this class on these days already.',
  'standIns.wrong.notADate': 'There is no such day. Write it as 2027-07-03.',
  'standIns.wrong.noUntil': 'The last day is missing.',
  'standIns.wrong.past': 'That day is over.',
  'standIns.wrong.crossed': 'The end comes before the beginning. Take a later day.',
  'standIns.wrong.afterYear': 'This school year ends on 31 July. Take an earlier day.',
} as const satisfies Messages;
