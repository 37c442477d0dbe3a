// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { arrive as fr } from '../fr/arrive.js';

/** Texts for pupils where the other texts say *vous*. */
export const arrive: Partial<Record<keyof typeof fr, Message>> = {
  'arrive.nobody': 'Choisis d’abord à qui tu écris.',
  'fact.held': 'Ton enseignant le lit d’abord.',
  'fact.replies': 'Les réponses n’arrivent qu’à toi.',
  'missing.title': 'Tu ne trouves pas quelqu’un\u00a0?',
  'missing.classPupils': 'Les autres élèves\u00a0: tu peux écrire à ta classe.',
  'missing.ownGuardians': 'Les autres parents\u00a0: tu peux écrire aux tiens.',
  'missing.ownTeachers': 'Les autres enseignants\u00a0: tu peux écrire à ceux de ta classe.',
  'missing.replyStaff': 'Le personnel\u00a0: tu peux lui répondre quand il t’a écrit.',
  'missing.otherSchool': 'Une autre école\u00a0: tu écris dans ton école.',
  'missing.left': 'Ceux qui ont quitté l’école\u00a0: leurs messages restent dans ta messagerie.',
};
