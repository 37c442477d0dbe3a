// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const brick = {
  title: 'Livret',
  summary: 'Les bilans, du CM1 à la 6e',
};
