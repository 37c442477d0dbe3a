// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const save = {
  'save.idle': 'Tout est gardé',
  'save.saving': 'Enregistrement…',
  'save.saved': 'Gardé à {time}',
  'save.offline': {
    one: 'Pas de réseau\u00a0: 1 case gardée sur cet appareil',
    other: 'Pas de réseau\u00a0: {count} cases gardées sur cet appareil',
  },
  'save.login': {
    one: 'Votre session est terminée. Reconnectez-vous dans un autre onglet\u00a0: 1 case est gardée sur cet appareil.',
    other:
      'Votre session est terminée. Reconnectez-vous dans un autre onglet\u00a0: {count} cases sont gardées sur cet appareil.',
  },
  'save.choose': {
    one: '1 case attend votre choix',
    other: '{count} cases attendent votre choix',
  },
  'save.full': 'Pas de réseau, et cet appareil ne peut rien garder\u00a0: laissez cette page ouverte.',
  'save.leave': {
    one: '1 case n’est pas encore envoyée. Vous déconnecter l’efface de cet appareil\u00a0: cliquez à nouveau pour le faire.',
    other:
      '{count} cases ne sont pas encore envoyées. Vous déconnecter les efface de cet appareil\u00a0: cliquez à nouveau pour le faire.',
  },
  'save.refused': 'Cette saisie n’a pas pu être enregistrée. Elle est gardée sur cet appareil.',
  'save.signed': 'Ce bilan est signé et ne change plus. Votre saisie est gardée sur cet appareil.',
  'save.unnamed':
    'Les noms des lignes de ce bilan manquent\u00a0: il ne s’écrit plus jusqu’à leur retour. Votre saisie est gardée sur cet appareil.',
  'save.yearOver': 'Cette année scolaire est terminée\u00a0: ce bilan ne change plus.',
  'save.otherPerson': 'Une autre personne est connectée sur cet appareil. Reconnectez-vous pour enregistrer.',
  'save.tooLong': 'Ce texte a {count} signes, pour {limit} au plus. Raccourcissez-le\u00a0: il n’est pas coupé.',
  'save.notAPosition': '«\u00a0{value}\u00a0» n’est pas une position. Tapez 1, 2, 3, 4 ou N.',
  'save.clash': '{name} a mis {value} {moment}. Vous avez mis {yours}.',
  'save.clashText': '{name} a écrit un autre texte {moment}. Les deux sont gardés jusqu’à votre choix.',
  'save.somebody': 'Quelqu’un d’autre',
  'save.nothing': 'rien',
  'save.before': 'entre-temps',
};
