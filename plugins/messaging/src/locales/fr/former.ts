// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const former = {
  'former.title': 'Messages {from} à {to}',
  'former.days': 'Du {from} au {to}.',
  'former.heading': 'Vos messages d’avant',
  'former.lead': 'À lire seulement\u00a0: on n’y répond plus. Les plus récents d’abord.',
  'former.kept': {
    one: '{count} message (l’école peut raccourcir ce temps)',
    other: '{count} messages (l’école peut raccourcir ce temps)',
  },
  'former.drafts': { one: '{count} lettre commencée', other: '{count} lettres commencées' },
  'former.draftsHeading': 'Ce que vous aviez commencé',
  'former.trash': { one: '{count} message dans la corbeille', other: '{count} messages dans la corbeille' },
  'former.trashHeading': 'La corbeille d’avant',
  'former.reported': { one: '{count} message que vous avez signalé', other: '{count} messages que vous avez signalés' },
  'former.reportedHeading': 'Ce que vous avez signalé',
  'former.ownWords': 'Vos mots\u00a0: «\u00a0{words}\u00a0»',
  'former.unsent': 'Pas envoyé',
  'former.youTo': 'Vous, {to}',
  'former.refused': 'N’est pas parti\u00a0: refusé',
  'former.missed': 'N’est pas arrivé {to}',
  'former.waits': 'Pas encore arrivé',
  'former.recalled': 'Annulé avant l’envoi',
  'former.files': 'Dans «\u00a0Tout télécharger\u00a0»\u00a0: {names}',
};
