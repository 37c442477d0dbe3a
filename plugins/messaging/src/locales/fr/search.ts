// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const search = {
  'search.page': 'Chercher',
  'search.field': 'Chercher dans vos messages',
  'search.button': 'Chercher',
  'search.hint':
    'Un ou plusieurs mots, ou leur début\u00a0: «\u00a0gouter mus\u00a0» trouve «\u00a0Goûter au musée\u00a0».',
  'search.title': 'Messages avec «\u00a0{search}\u00a0»',
  'search.nothing': 'Aucun message avec «\u00a0{search}\u00a0»',
  'search.nothingText':
    'Essayez un mot de moins, ou seulement son début. La recherche lit l’objet et le texte des messages, pas les noms ni les pièces jointes.',
  'search.cut': 'Les messages d’avant le {day} n’ont pas encore été lus.',
  'search.older': 'Chercher dans les messages plus anciens',
  'search.to': 'À {to}',
  'found.inbox': 'Reçu',
  'found.sent': 'Envoyé',
  'found.drafts': 'Brouillon',
  'found.archive': 'Archivé',
  'found.trash': 'Corbeille',
};
