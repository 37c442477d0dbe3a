// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { files as fr } from '../fr/files.js';

export const files: Record<keyof typeof fr, Message> = {
  'files.title': 'Attached files',
  'files.sum': {
    one: '{count} file of {most}, {size} of {together}',
    other: '{count} files of {most}, {size} of {together}',
  },
  'files.limits': 'At most {most} files, {each} each, {together} in all.',
  'files.lead': 'The text of your message is kept. You come back to it when the files are attached.',
  'files.back': 'Back to the message',
  'files.progress': 'Progress of sending',
  'files.open': 'Attach a file',
  'files.choose': 'Files to attach',
  'files.attach': 'Attach',
  'files.full': 'There is no more room: take a file out to attach another one.',
  'files.remove': 'Take out {name}',
  'files.removed': '“{name}” is taken out.',
  'files.attached': { one: '{count} file is attached.', other: '{count} files are attached.' },
  'files.none': 'No file was chosen.',
  'files.heavy': '“{name}” is not attached: it has {size}, and a file may have at most {each}.',
  'files.tooHeavy': 'too large, nothing was sent. A file can have {each} at most.',
  'files.together': '“{name}” is not attached: all files together may have at most {together}.',
  'files.many': '“{name}” is not attached: at most {most} files.',
  'files.empty': '“{name}” is not attached: it is empty.',
  'files.unsent':
    '“{name}” is not attached: the files of all your drafts may have {all} at most. Send a draft, or throw one away.',
  'files.sent': '“{name}” was not sent: your reply had left already. Attach this file to another reply.',
  'files.dropped': 'To make room, “{subject}” left the trash for good.',
  'files.sending': 'Sending {name}: {percent} %',
  'files.failed': 'Sending failed. Check the connection and try again: your text is kept.',
};
