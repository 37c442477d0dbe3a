// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { save as fr } from '../fr/save.js';

export const save: Record<keyof typeof fr, Message> = {
  'save.idle': 'Everything is kept',
  'save.saving': 'Saving…',
  'save.saved': 'Kept at {time}',
  'save.offline': {
    one: 'No network: 1 cell is kept on this device',
    other: 'No network: {count} cells are kept on this device',
  },
  'save.login': {
    one: 'Your session has ended. Sign in again in another tab: 1 cell is kept on this device.',
    other: 'Your session has ended. Sign in again in another tab: {count} cells are kept on this device.',
  },
  'save.choose': { one: '1 cell waits for your choice', other: '{count} cells wait for your choice' },
  'save.full': 'No network, and this device cannot keep anything: leave this page open.',
  'save.leave': {
    one: '1 cell has not been sent yet. Signing out removes it from this device: click again to do so.',
    other: '{count} cells have not been sent yet. Signing out removes them from this device: click again to do so.',
  },
  'save.refused': 'This could not be saved. It is kept on this device.',
  'save.signed': 'This report is signed and no longer changes. Your change is kept on this device.',
  'save.unnamed':
    'The names of the lines of this report are missing: it cannot be written until they are back. What you typed is kept on this device.',
  'save.yearOver': 'This school year is over: the report no longer changes.',
  'save.otherPerson': 'Another person is signed in on this device. Sign in again to save.',
  'save.tooLong': 'This text has {count} characters, and {limit} is the most. Shorten it: it is not cut.',
  'save.notAPosition': '“{value}” is not a position. Type 1, 2, 3, 4 or N.',
  'save.clash': '{name} put {value} {moment}. You put {yours}.',
  'save.clashText': '{name} wrote another text {moment}. Both are kept until you choose.',
  'save.somebody': 'Somebody else',
  'save.nothing': 'nothing',
  'save.before': 'in the meantime',
};
