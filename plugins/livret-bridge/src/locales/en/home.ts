// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { home as fr } from '../fr/home.js';

export const home: Record<keyof typeof fr, Message> = {
  'teacher.today': '{day}.',
  'teacher.due': 'The reports of {period} are to be signed before {day}.',
  'teacher.duePart': 'The reports of {period} are to be signed before {day}.',
  'teacher.noClass': 'You have no class this year. As soon as the school gives you one, its reports are here.',
  'teacher.todo': 'To do',
  'teacher.returned': {
    one: '{by} sends {count} report of {group} back to you',
    other: '{by} sends {count} reports of {group} back to you',
  },
  'teacher.returnedDetail': '“{word}” ({names})',
  'teacher.correct': 'Correct',
  'teacher.ready': { one: '{count} report is ready in {group}', other: '{count} reports are ready in {group}' },
  'teacher.readyDetail': 'You can sign them without waiting for the others ({period}).',
  'teacher.sign': 'Read and sign',
  'teacher.empty': { one: '{count} empty cell in {group}', other: '{count} empty cells in {group}' },
  'teacher.texts': {
    one: '{count} appreciation to write in {group}',
    other: '{count} appreciations to write in {group}',
  },
  'teacher.emptyPupils': { one: '{period}, for {count} pupil.', other: '{period}, for {count} pupils.' },
  'teacher.alsoTexts': {
    one: '{count} appreciation is to be written, too.',
    other: '{count} appreciations are to be written, too.',
  },
  'teacher.complete': 'Complete',
  'teacher.begin': 'The reports of {group} are not begun',
  'teacher.beginDetail': { one: '{count} pupil waits for theirs.', other: '{count} pupils wait for theirs.' },
  'teacher.start': 'Begin',
  'teacher.beginLead': 'The head has not chosen the periods yet. You can begin without waiting.',
  'teacher.beginButton': 'Begin: {period}',
  'teacher.together': 'With {names}',
  'teacher.wall': { one: '{count} complete report of {total}', other: '{count} complete reports of {total}' },
  'teacher.opens': 'Opens on {day}',
  'teacher.days': 'From {from} to {until}',
  'teacher.grid': 'Open the grid',
  'teacher.readGrid': 'Read again',
  'teacher.faster': 'To write faster',
  'teacher.yourPhrases': 'Your phrases',
  'teacher.noPhrase': 'Keep those that you often write',
  'teacher.phrases': { one: '{count} phrase, with the first name', other: '{count} phrases, with the first name' },
  'headHome.title': 'The school',
  'headHome.none': 'No report waits for your visa.',
  'headHome.detail': '{period}, class by class.',
  'headHome.noPeriod': 'The periods of the year are not chosen yet.',
  'headHome.board': 'The reports of the school',
  'task.left': {
    one: '{count} pupil left with a withdrawn report',
    other: '{count} pupils left with a withdrawn report',
  },
  'task.leftDetail': {
    one: 'Nobody will correct it here. Give the family the former text back, or leave it withdrawn.',
    other: 'Nobody will correct them here. Give each family the former text back, or leave them withdrawn.',
  },
  'task.unnamedDetail':
    'Nothing is lost. Tell the administrator of the platform: they can put back the file with these names. Until then these reports are read in part, and drafts are neither written nor signed.',
  'task.visa': { one: '{count} report waits for your visa', other: '{count} reports wait for your visa' },
  'task.visaDetail': '{period}: {groups}.',
  'task.visaAction': 'Endorse',
};
