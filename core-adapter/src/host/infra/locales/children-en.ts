// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { childrenFr } from './children-fr.js';

/** The lists over all children of a guardian. */
export const childrenEn: Readonly<Record<keyof typeof childrenFr, Message>> = {
  'children.title': '{list} for all your children',
  'children.titleOf': '{list} for {name}',
  'children.lead': { one: 'One thing is waiting.', other: '{count} things are waiting.' },
  'children.none': 'Nothing is waiting.',
  'children.filter': 'Your children',
  'children.all': 'All',
  'children.failed': 'No answer for the moment: {schools}. What is there is missing here.',
  'children.schools': 'School by school',
  'children.inSchool': '{list}: {school}',
};
