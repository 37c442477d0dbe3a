// SPDX-License-Identifier: EUPL-1.2
export const search = {
  'search.field': 'Chercher dans tous vos fichiers',
  'search.everywhere': 'Chercher partout',
  'search.button': 'Chercher',
  'search.heading': 'Recherche',
  'search.title': 'Fichiers et dossiers',
  'search.titleWithWorks': 'Travaux, fichiers et dossiers',
  'search.where': 'Où chercher',
  'search.all': 'Partout',
  'search.hint':
    'On cherche dans les noms des fichiers et les titres des travaux, sans se soucier des accents ni des majuscules.',
  'search.nothing': 'Écrivez un mot du nom que vous cherchez.',
  'search.foundMany': 'Plus de {count} réponses dans tout ce que vous pouvez voir',
  'search.foundNone': 'Rien de ce nom dans tout ce que vous pouvez voir',
  'search.found': {
    one: '{count} réponse dans tout ce que vous pouvez voir',
    other: '{count} réponses dans tout ce que vous pouvez voir',
  },
};
