// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { childrenFr } from './children-fr.js';

/** The lists over all children of a guardian. */
export const childrenEn: Readonly<Record<keyof typeof childrenFr, Message>> = {
  'portal.kidEmpty': 'Nothing is waiting for {name}.',
  'portal.kidUnasked': 'Open the school to know what is waiting for {name}.',
  'children.title': '{list} for all your children',
  'children.titleOf': '{list} for {name}',
  'children.lead': { one: 'One thing is waiting.', other: '{count} things are waiting.' },
  'children.others': 'The others',
  'children.none': 'Nothing is waiting.',
  'children.filter': 'Your children',
  'children.all': 'All',
  'children.failed': 'No answer for the moment: {schools}. What is there is missing here.',
  'children.unasked': 'Not read here: {schools}. Choose a child to read it.',
  'children.schools': 'School by school',
  'children.inSchool': '{list}: {school}',
};
