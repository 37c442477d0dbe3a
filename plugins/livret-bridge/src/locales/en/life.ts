// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { life as fr } from '../fr/life.js';

export const life: Record<keyof typeof fr, Message> = {
  'crumbs.label': 'Path',
  'missing.lines': { one: '{count} cell is missing.', other: '{count} cells are missing.' },
  'missing.names':
    'The names of its lines are missing: this report waits until the administrator brings their file back.',
  'missing.general': 'The general appreciation is missing.',
  'missing.both': {
    one: '{count} cell and the general appreciation are missing.',
    other: '{count} cells and the general appreciation are missing.',
  },
  'ready.done': { one: 'The report is ready to sign.', other: '{count} reports are ready to sign.' },
  'ready.undone': 'The report is a draft again.',
  'step.changed': 'This report has changed meanwhile. Read it again before you go on.',
  'takeBack.done': 'Your signature is taken back. The report can be changed again.',
  'takeBack.late':
    'This report is endorsed: the signature can no longer be taken back. The head can send it back to you.',
  'sign.crumb': 'Sign',
  'sign.title': { one: 'Sign {count} report', other: 'Sign {count} reports' },
  'sign.titleNone': 'Nothing to sign for now',
  'sign.lead': '{period}, {group}. This is what you sign. Untick those that have to wait.',
  'sign.leadNone': '{period}, {group}. A complete report is marked “ready”, then signed here.',
  'sign.you': 'It is you.',
  'sign.proven': 'You typed your password {when}.',
  'sign.unworked': '“Worked on” is empty in a subject that is assessed: {names}. It is optional.',
  'sign.pupil': 'Pupil',
  'sign.positions': 'Positions',
  'sign.general': 'General appreciation',
  'sign.quote': '“{text}”',
  'sign.notAssessed': { one: '{positions}, {count} not assessed', other: '{positions}, {count} not assessed' },
  'sign.read': 'Read again',
  'sign.readOf': 'the report of {name}',
  'sign.complete': 'Complete',
  'sign.stillDraft': 'Complete, still a draft.',
  'sign.waiting': { one: '{count} report waits', other: '{count} reports wait' },
  'sign.makeReady': { one: 'Mark the complete report as ready', other: 'Mark {count} complete reports as ready' },
  'sign.after': 'Once you have signed',
  'sign.locked': 'Nobody changes these reports any more.',
  'sign.toHead': 'The head receives them to endorse them.',
  'sign.back': 'You can take your signature back until the head has endorsed them.',
  'sign.families': 'Families see nothing before they are published.',
  'sign.button': { one: 'Sign the report', other: 'Sign the {count} reports' },
  'sign.buttonTicked': 'Sign the ticked reports',
  'sign.buttonNone': 'Tick a report to sign',
  'sign.signature': 'Signed by {name}, {day}.',
  'sign.noneTicked': 'No report is ticked. Tick those that you sign.',
  'sign.done': {
    one: 'The report is signed. The head receives it to endorse it.',
    other: '{count} reports are signed. The head receives them to endorse them.',
  },
  'sign.doneNone': 'No report is signed.',
  'sign.changed': {
    one: 'A report has changed since you opened the page, read it again: {names}.',
    other: '{count} reports have changed since you opened the page, read them again: {names}.',
  },
  'sign.takenBack': {
    one: 'The signature is taken back. The report can be changed again.',
    other: '{count} signatures are taken back. The reports can be changed again.',
  },
  'sign.takenBackNone': 'No signature is taken back.',
  'sign.endorsed': {
    one: 'A report is endorsed: it stays signed.',
    other: '{count} reports are endorsed: they stay signed.',
  },
  'sign.gone': 'Nothing to take back: these reports have changed meanwhile.',
};
