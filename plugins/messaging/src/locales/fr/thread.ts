// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const thread = {
  'thread.back': 'Retour aux messages',
  'thread.messages': 'Messages de l’échange',
  'thread.you': 'Vous',
  'thread.to': 'à {to}',
  'thread.word': 'Ce message n’a pas été envoyé. Votre enseignant vous répond\u00a0:',
  'thread.readers': {
    one: 'Lu par {read} parent sur {count}',
    other: 'Lu par {read} parents sur {count}',
  },
  'reply.to': 'Répondre à {to}',
  'reply.body': 'Votre réponse',
};
