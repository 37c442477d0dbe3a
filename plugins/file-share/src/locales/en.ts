// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { fr } from './fr.js';

export const en: Record<keyof typeof fr, Message> = {
  title: 'Files',
  summary: 'The files of the class, at school and at home',

  spaces: 'Spaces',
  'class.title': 'Files of {class}',
  'class.lead': 'The pupils of the class, their families, their teachers and the head of the school see these files.',
  'own.title': 'My files',
  'own.lead': 'Nobody but you sees these files.',
  'none.title': 'No space yet',
  'none.text':
    'You will find the files of your child’s class here, as soon as the school has put your child in a class.',

  'list.name': 'Name',
  'list.size': 'Size',
  'list.actions': 'Actions',
  'list.detail': '{who}, {when}',
  'list.you': 'You',
  'list.gone': 'Somebody who has left',
  'list.delete': 'Delete {name}',

  'empty.title': 'Nothing has been added yet',
  'empty.titleReader': 'Nothing for now',
  'empty.class': 'Add a first file: the class and the families will see it at once.',
  'empty.own': 'Add a first file: you will find it here, from school and from home.',
  'empty.reader': 'What the teachers add for the class will appear here.',

  'deposit.field': 'Files to add',
  'deposit.limit': '{size} at most for each file',
  'deposit.button': 'Add files',
  'deposit.nothing': 'No file was chosen: nothing was added.',
  'deposit.done': { one: '{count} file added', other: '{count} files added' },
  'deposit.renamed': {
    one: '{count} file added, under another name: {names}',
    other: '{count} files added, {renamed} of them under another name: {names}',
  },

  'upload.title': 'Files on their way',
  'upload.drop': 'You can also drop your files on this page.',
  'upload.waiting': 'Waiting',
  'upload.amount': '{sent} of {total}',
  'upload.done': 'Added',
  'upload.renamed': 'Added under the name {name}',
  'upload.paused': 'The connection broke off. Sending will start again by itself.',
  'upload.cut': 'The connection breaks off each time. The file was not added.',
  'upload.unreadable': 'This file cannot be read any more: it was moved or changed. Choose it again.',
  'upload.tooLarge': 'Too large: {size} at most for each file.',
  'upload.refused': 'The file could not be added. Try again, or reload the page and start again.',
  'upload.retry': 'Try again',
  'upload.dismiss': 'Remove from this list',

  'delete.title': 'Delete “{name}”?',
  'delete.shared': 'It goes away for the whole class, the families and the teachers.',
  'delete.final': 'This is final: there is no bin.',
  'delete.button': 'Delete this file',
  'delete.keep': 'Keep it',
  'delete.done': '“{name}” is deleted',

  'storedData.kept': {
    one: '{count} file ({size}) is kept, out of sight',
    other: '{count} files ({size}) are kept, out of sight',
  },

  'help.whoSees': 'Who sees the files of a class?',
  'help.ownAnywhere': 'You find them at school as well as at home.',
  'help.cannotOpen': 'A file does not open',
  'help.cannotOpen1': 'It is downloaded first. Look for it in the downloads of your device.',
  'help.cannotOpen2': 'Some files need the software that made them. Ask the teacher for a PDF.',
  'help.notSent': 'My file is not sent',
  'help.notSent1': 'It may be too large: the allowed size stands near “Add files”.',
  'help.notSent2': 'Was the connection cut? Touch “Try again”.',
  'help.deleted': 'Can I get a deleted file back?',
  'help.deleted1': 'No, there is no bin. Keep a copy before you delete.',
  'help.pupilOpen': 'Open a file of my class',
  'help.pupilOpen1': 'Open Files.',
  'help.pupilOpen2': 'Touch the name of the file.',
  'help.pupilOpen3': 'It arrives in the downloads. Touch it to open it.',
  'help.pupilKeep': 'Keep a file of my own',
  'help.pupilKeep1': 'Open Files, then “My files”.',
  'help.pupilKeep2': 'Touch “Add files”, then choose your file.',
  'help.pupilKeep3': 'Do you see “Added”? You are done.',
  'help.pupilKeep4': 'You find it at school and at home. Nobody else sees it.',

  'data.kept': 'The files that were put there, their names, sizes and dates, and who put them there',
  'data.purpose': 'Sharing documents with a class, and keeping one’s own',
  'data.retention':
    'Until somebody deletes them, or the school closes. When an account is erased, so are its own files; what it put into the space of a class stays there, without its name.',
};
