// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const portal = {
  'portal.review': '{from} veut écrire à {to}',
  'portal.reviewDetail': 'Son message est à accepter ({when}).',
  'portal.reviews': { one: '{count} message d’élève à accepter', other: '{count} messages d’élèves à accepter' },
  'portal.reviewsDetail': '{names}. Le plus ancien\u00a0: {when}.',
  'portal.unread': { one: '{count} message non lu', other: '{count} messages non lus' },
  'portal.unreadLast': 'Le dernier\u00a0: {who} ({when}).',
  'news.from': '{who} vous écrit',
  'news.notRead': { one: '{count} message n’est pas lu.', other: '{count} messages ne sont pas lus.' },
  'news.unread': { one: '{count} nouveau\u00a0: {names}', other: '{count} nouveaux\u00a0: {names}' },
  'news.read': 'Lu',
  'news.guardian': '{name}, parent d’élève',
  'portal.report': '{who} signale un message',
  'portal.reportDetail': 'Le message attend que la direction le lise ({when}).',
  'portal.refused': 'Votre message «\u00a0{subject}\u00a0» n’est pas parti',
  'portal.opened': '{who}, de la direction, a ouvert un de vos échanges',
  'portal.openedDetail': 'À la suite d’un signalement ({when}). Son motif\u00a0: {reason}',
  'portal.read': 'Lire',
  'portal.see': 'Voir',
};
