// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts about the operator of the platform. */
export const operatorFr = {
  'shell.legalNotice': 'Mentions légales',
  'shell.contact': 'Contact',
  'contact.lead': 'À qui écrire, et pour quoi.',
  'contact.school': 'Votre école d’abord',
  'contact.schoolText':
    'Mot de passe, classe, enfant qui manque, fichier\u00a0: l’école vous connaît. Demandez au secrétariat ou à la direction.',
  'contact.operator': 'L’équipe qui fait marcher Volée',
  'contact.operatorText': 'Écrivez-lui quand Volée elle-même ne marche pas, ou pour vos données.',
  'contact.operatorNamed': '{name}. Écrivez-lui quand Volée elle-même ne marche pas, ou pour vos données.',
} as const satisfies Messages;

export const operatorFrChild: Partial<Record<keyof typeof operatorFr, Message>> = {
  'contact.lead': 'Qui peut t’aider.',
  'contact.school': 'Un adulte de l’école d’abord',
  'contact.schoolText': 'Dis-lui ce qui ne marche pas. Il te connaît, il peut t’aider.',
  'contact.operatorText': 'Un adulte peut lui écrire quand Volée ne marche pas.',
  'contact.operatorNamed': '{name}. Un adulte peut lui écrire quand Volée ne marche pas.',
};
