// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { sixth as fr } from '../fr/sixth.js';

/** The texts for pupils, where the others say *vous*. */
export const sixth: Partial<Record<keyof typeof fr, Message>> = {
  'handed.others': 'Tous tes bilans',
  'handed.ends': 'Ton collège garde ce bilan jusqu’au {day}.',
  'handed.readers': 'Tes professeurs de 6e, {name}, et la direction du collège. Tu vois ici qui l’a ouvert.',
};
