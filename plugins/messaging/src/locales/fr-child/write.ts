// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { write as fr } from '../fr/write.js';

/** What a pupil reads where the other texts say *vous*. */
export const write: Partial<Record<keyof typeof fr, Message>> = {
  'refused.otherClass': 'tu peux écrire aux élèves de ta classe.',
  'refused.notOwn': 'tu peux écrire à tes parents, pas à ceux des autres.',
  'refused.notTaught': 'tu peux écrire aux enseignants de ta classe.',
  'refused.replyOnly': 'tu peux seulement lui répondre.',
  'refused.notAccepted': 'ton enseignant n’a pas accepté ce message.',
  'refused.senderLeft': 'tu n’es plus dans cette école.',
  'write.nobody': 'Personne à qui tu peux écrire ne porte ce nom.',
  'write.nobodyAtAll': 'Il n’y a personne à qui tu peux écrire en ce moment.',
  'write.more': 'Il y en a d’autres. Écris une lettre de plus.',
  'write.placeholder': 'Ton message',
  'write.waits': 'Tu as envoyé beaucoup de messages. Tu pourras de nouveau écrire {when}.',
  'send.held': 'Le donner à ton enseignant',
  'problem.noRecipient': 'Choisis à qui tu écris.',
  'problem.noSubject': 'Donne un titre à ton message.',
  'problem.noBody': 'Écris ton message.',
};
