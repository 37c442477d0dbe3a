// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const portal = {
  'portal.review': '{from} veut écrire à {to}',
  'portal.reviewDetail': 'Son message est à accepter ({when}).',
  'portal.report': '{who} signale un message',
  'portal.reportDetail': 'Le message attend que la direction le lise ({when}).',
  'portal.refused': 'Votre message «\u00a0{subject}\u00a0» n’est pas parti',
  'portal.opened': '{who}, de la direction, a ouvert un de vos échanges',
  'portal.openedDetail': 'À la suite d’un signalement ({when}). Son motif\u00a0: {reason}',
  'portal.read': 'Lire',
  'portal.see': 'Voir',
};
