// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { operatorFr } from './operator-fr.js';

export const operatorEn: Record<keyof typeof operatorFr, Message> = {
  'shell.legalNotice': 'Legal notice',
  'shell.contact': 'Contact',
  'contact.lead': 'Who to write to, and what about.',
  'contact.school': 'Your school first',
  'contact.schoolText':
    'A password, a class, a missing child, a file: the school knows you. Ask the secretary or the head.',
  'contact.operator': 'The team that runs Volée',
  'contact.operatorText': 'Write to them when Volée itself does not work, or about your data.',
  'contact.operatorNamed': '{name}. Write to them when Volée itself does not work, or about your data.',
};
