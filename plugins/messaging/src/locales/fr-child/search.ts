// SPDX-License-Identifier: EUPL-1.2
export const search = {
  'search.field': 'Chercher dans tes messages',
  'search.nothingText':
    'Essaie un mot de moins, ou seulement son début. La recherche lit l’objet et le texte des messages, pas les noms.',
};
