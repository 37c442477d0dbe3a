// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const drafts = {
  'draft.save': 'Garder en brouillon',
  'draft.discard': 'Jeter le brouillon',
  'draft.kept': 'Le brouillon est gardé.',
  'draft.keptAt': 'Gardé à {hour}',
  'draft.full':
    'Vous avez déjà {count} brouillons\u00a0: envoyez-en ou jetez-en, puis gardez celui-ci. Votre texte est toujours là.',
  'draft.saving': 'Enregistrement…',
  'draft.offline': 'Pas de réseau\u00a0: gardé sur cet appareil',
  'draft.ended': 'Vous n’êtes plus connecté\u00a0: connectez-vous dans un autre onglet, le texte vous attend ici',
  'draft.beside': 'Un autre texte était gardé sur cet appareil\u00a0: il est dans vos brouillons',
  'draft.changed': 'Ce brouillon a changé dans une autre fenêtre. Gardez-le pour voir les deux textes.',
  'draft.discarded': 'Le brouillon est dans la corbeille.',
  'stopped.title': 'Votre message n’est pas parti',
  'stopped.lead': 'Il est gardé dans vos brouillons, avec votre texte. Rien n’est arrivé à personne.',
  'stopped.leadUnsaved': 'Votre texte est toujours là. Rien n’est arrivé à personne.',
  'stopped.before': 'Une chose l’arrête',
  'stopped.reasons': { one: 'Une chose l’arrête', other: '{count} choses l’arrêtent' },
  'stopped.waits': 'Une pause avant le prochain message',
  'stopped.cannot': '{who} ne peut pas le recevoir.',
  'stopped.rest': 'Envoyer {names}',
  'stopped.back': 'Reprendre le texte',
  'clash.title': 'Ce brouillon existe deux fois',
  'clash.saved':
    'Vous l’avez aussi changé dans une autre fenêtre ou sur un autre appareil, {when}. Les deux textes sont gardés dans vos brouillons.',
  'clash.sent':
    'Vous l’avez envoyé depuis une autre fenêtre ou un autre appareil, {when}. Le texte de cette page est gardé à part.',
  'clash.thrown':
    'Vous l’avez mis à la corbeille depuis une autre fenêtre ou un autre appareil. Le texte de cette page est gardé dans vos brouillons.',
  'clash.take': 'Prendre l’autre texte',
  'clash.read': 'Lire le message envoyé',
  'clash.keep': 'Garder celui-ci',
  'forward.subject': 'Tr\u00a0: {subject}',
  'forward.open': 'Transférer',
  'forward.again': 'Reprendre ce texte',
  'forward.full':
    'Il n’y a plus de place parmi vos brouillons\u00a0: {count} au plus, et 100\u00a0Mo de pièces jointes. Envoyez-en ou jetez-en d’abord.',
  'forward.head': 'Message transféré, écrit le {when}',
};
