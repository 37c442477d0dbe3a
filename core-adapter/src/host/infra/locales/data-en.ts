// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { dataFr } from './data-fr.js';

export const dataEn: Record<keyof typeof dataFr, Message> = {
  'account.kept': 'What Volée keeps',
  'account.keptDirectory':
    'Your name, your login name, your schools, your classes and your family ties. They come from the school’s directory.',
  'account.keptPreferences': 'In this browser only: the appearance and the language that you chose.',
  'account.keptTexts': 'The texts that you write and have not sent yet, for 30 days, and in summer until 14 October.',
  'account.keptSession': 'Your session, for as long as it lasts.',
  'account.keptTokens': 'Your accesses for applications: their names and dates, never their codes.',
  'account.keptAudit': 'Who did what and when, for the actions that matter.',
  'account.keptBricks': 'What you put into a brick stays in that brick.',
  'account.keptNoPassword': 'Never your password: Volée does not see it.',
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
