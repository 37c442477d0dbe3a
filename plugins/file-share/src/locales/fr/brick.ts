// SPDX-License-Identifier: EUPL-1.2
export const brick = {
  title: 'Fichiers',
  summary: 'Les fichiers de la classe, à l’école comme à la maison',
  spaces: 'Espaces',
  'tabs.works': 'Travaux',
  'tabs.lastYear': 'Classes d’avant',
};
