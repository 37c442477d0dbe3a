// SPDX-License-Identifier: EUPL-1.2
export const trash = {
  'trash.nothingText': 'Tu retrouveras ici, pendant 30 jours, ce que tu mets à la corbeille.',
  'trash.empty': { one: 'Effacer cet élément', other: 'Effacer les {count} éléments' },
};
