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

  'upload.title': 'Files on their way',
  'upload.drop': 'You can also drop your files on this page.',
  'upload.waiting': 'Waiting',
  'upload.amount': '{sent} of {total}',
  'upload.done': 'Added',
  'upload.cut': 'The connection broke off. The file was not added.',
  'upload.tooLarge': 'Too large: {size} at most for each file.',
  'upload.refused': 'The file could not be added. Reload the page and start again.',
  'upload.retry': 'Try again',
  'upload.dismiss': 'Remove from this list',

  'delete.title': 'Delete “{name}”?',
  'delete.shared': 'It goes away for the whole class, the families and the teachers.',
  'delete.final': 'This is final: there is no bin.',
  'delete.button': 'Delete this file',
  'delete.keep': 'Keep it',
  'delete.done': '“{name}” is deleted',

  'whenOff.kept': {
    one: '{count} file ({size}) is kept, out of sight',
    other: '{count} files ({size}) are kept, out of sight',
  },

  'data.kept': 'The files that were put there, their names, sizes and dates, and who put them there',
  'data.purpose': 'Sharing documents with a class, and keeping one’s own',
  'data.retention':
    'Until somebody deletes them, or the school closes. When an account is erased, so are its own files; what it put into the space of a class stays there, without its name.',
};
