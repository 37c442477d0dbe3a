// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { dataFr } from './data-fr.js';

export const dataEn: Record<keyof typeof dataFr, Message> = {
  'shell.data': 'My data',
  'data.title': 'My data',
  'data.lead': 'Everything that Volée keeps about you, in one file.',
  'data.inside': 'In the file',
  'data.actions': 'Your logins, and the important things that you did.',
  'data.bricks': 'What you uploaded, and what each brick keeps about you.',
  'data.children': 'Nothing about your child: ask the school for their data.',
  'data.careful': 'This file is about you. On a shared computer, delete it afterwards.',
  'data.download': 'Download my data',
};
