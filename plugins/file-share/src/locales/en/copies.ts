// SPDX-License-Identifier: EUPL-1.2
export const copies = {
  'copies.title': 'Your copies',
  'copies.started': {
    one: 'The copy of {count} item has begun. You can go on: “My files” says how far it is.',
    other: 'The copy of {elements} items has begun. You can go on: “My files” says how far it is.',
  },
  'copies.one': '“{name}”',
  'copies.several': { one: '“{name}” and {count} other item', other: '“{name}” and {count} other items' },
  'copies.running': 'The copy of {what} goes on: {copied} of {total} folders and files.',
  'copies.waits': 'The copy of {what} waits: {copied} of {total} folders and files are there. It goes on by itself.',
  'copies.done': 'The copy of {what} is done: {total} folders and files.',
  'copies.room':
    'The copy of {what} has stopped: there is not enough room. {copied} of {total} folders and files are there. Delete this copy, make room, then start again.',
  'copies.gone':
    'The copy of {what} has stopped: the folder that it went to was moved, deleted or closed. {copied} of {total} folders and files were copied.',
  'copies.changed':
    'The copy of {what} is done, but some are missing: {copied} of {total} folders and files are there. The others were moved, deleted or hidden during the copy.',
  'copies.late':
    'The copy of {what} has stopped: it did not go on for a day. {copied} of {total} folders and files are there. Delete this copy, then start again.',
  'copies.progress': 'Folders and files copied',
  'copies.read': 'I have read it',
};
