// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const brick = {
  title: 'Messages',
  summary: 'Écrire à l’école, aux familles et dans la classe',
};
