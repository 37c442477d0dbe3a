// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { former as reference } from '../fr/former.js';

export const former: Record<keyof typeof reference, Message> = {
  'former.files': { one: '{count} file', other: '{count} files' },
  'former.ownFiles': { one: '{count} file of your own', other: '{count} files of your own' },
  'former.trash': { one: '{count} file in the trash', other: '{count} files in the trash' },
  'former.works': {
    one: '{count} work, with what was handed in and corrected',
    other: '{count} works, with what was handed in and corrected',
  },
  'former.worksToRead': { one: '{count} work to read', other: '{count} works to read' },
  'former.classFiles': {
    one: '{count} file put into a folder of the class',
    other: '{count} files put into folders of the class',
  },
  'former.worksTitle': 'The works and their corrections',
  'former.worksDetail': 'The words of both. The files are in “Take everything along”.',
  'former.worksLead': 'The files of these works are in “Take everything along”, on the page before.',
  'former.word': 'The note of the pupil',
};
