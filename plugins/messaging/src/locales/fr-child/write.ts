// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { write as fr } from '../fr/write.js';

/** Texts for pupils where the other texts say *vous*. */
export const write: Partial<Record<keyof typeof fr, Message>> = {
  'refused.closed': 'l’école n’a pas permis ces messages. Parles-en à un adulte.',
  'refused.otherClass': 'tu peux écrire aux élèves de ta classe, pas à ceux des autres classes.',
  'refused.notOwn': 'tu peux écrire à tes parents, pas à ceux des autres.',
  'refused.notTaught': 'tu peux écrire aux adultes qui te font classe.',
  'refused.replyOnly': 'tu peux lui répondre quand cette personne t’a écrit.',
  'refused.notAccepted': 'un adulte de ta classe a dit non à ce message. Écris-le autrement.',
  'refused.stopped': 'les messages font une pause. On te dit pourquoi\u00a0: {reason}',
  'refused.stoppedUntil': 'les messages font une pause jusqu’au {until}. On te dit pourquoi\u00a0: {reason}',
  'refused.tooMany': {
    one: 'tu peux écrire à {count} personne à la fois.',
    other: 'tu peux écrire à {count} personnes à la fois.',
  },
  'refused.recipientLeft': 'cette personne n’est plus dans ton école.',
  'refused.nobody': 'il n’y a personne dans ce groupe.',
  'refused.senderLeft': 'tu n’es plus dans cette école.',
  'write.nobody': 'Personne à qui tu peux écrire ne porte ce nom.',
  'write.nobodyAtAll': 'Il n’y a personne à qui tu peux écrire en ce moment.',
  'write.more': 'Il y en a d’autres. Écris une lettre de plus.',
  'write.placeholder': 'Ton message',
  'write.waits': 'Tu as envoyé beaucoup de messages. Tu pourras de nouveau écrire {when}.',
  'write.consents': {
    one: '{count} de tes messages attend déjà un adulte de la classe. Tu pourras en envoyer un autre quand il l’aura lu.',
    other:
      '{count} de tes messages attendent déjà un adulte de la classe. Tu pourras en envoyer un autre quand il en aura lu un.',
  },
  'sent.undoFrom': {
    one: 'Tu peux annuler l’envoi tant que cette personne ne l’a pas vu.',
    other: 'Tu peux annuler l’envoi tant que ces {count} personnes ne l’ont pas vu.',
  },
  'sent.done': 'C’est envoyé.',
  'sent.held': 'Un adulte de ta classe le lit d’abord.',
  'sent.later': 'Ton message arrivera {when}.',
  'send.held': 'Le donner à relire',
  'problem.noRecipient': 'Choisis à qui tu écris.',
  'problem.noBody': 'Écris ton message.',
};
