// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const moderation = {
  'review.title': {
    one: '{count} message d’élève attend votre accord',
    other: '{count} messages d’élèves attendent votre accord',
  },
  'review.none': 'Aucun message n’attend votre accord',
  'review.lead':
    'Un message accepté part tout de suite, ou à la fin des heures calmes. Après 3 jours d’école, la direction le voit aussi\u00a0; après 7, il est refusé avec un mot gentil.',
  'review.line': '{from}, {group}, écrit à {to}',
  'review.accept': 'Accepter',
  'review.refuse': 'Refuser avec un mot',
  'review.refuseButton': 'Refuser et donner ce mot',
  'review.reason': 'Le mot',
  'review.word': '{who} lira',
  'review.wordHint': 'Vide, le mot choisi plus haut est donné.',
  'review.accepted': 'Le message est accepté.',
  'review.refused': 'Le message est refusé, avec votre mot.',
  'review.acceptedBefore': '{who} a déjà accepté ce message. Rien à faire.',
  'review.refusedBefore': '{who} a déjà refusé ce message. Rien à faire.',
  'review.overdue': 'Personne n’a pu lire ce message à temps. Parles-en à ton enseignant, et écris-le de nouveau.',
  'reason.hurtful': 'Il peut blesser',
  'reason.talkFirst': 'Parlons-en d’abord',
  'reason.tellsTooMuch': 'Il en dit trop (adresse, numéro)',
  'reason.ownWords': 'Avec mes mots',
  'word.hurtful':
    'Ce message peut faire de la peine. Je ne l’envoie pas. Viens m’en parler, on cherche ensemble comment le dire.',
  'word.talkFirst': 'Viens m’en parler avant, s’il te plaît. Je n’envoie pas ce message pour l’instant.',
  'word.tellsTooMuch': 'Ton message en dit trop, par exemple une adresse ou un numéro. Enlève-le et écris de nouveau.',
};
