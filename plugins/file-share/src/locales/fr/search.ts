// SPDX-License-Identifier: EUPL-1.2
export const search = {
  'search.field': 'Chercher dans tous vos fichiers',
  'search.everywhere': 'Chercher partout',
  'search.button': 'Chercher',
};
