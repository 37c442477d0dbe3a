// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { brick as fr } from '../fr/brick.js';

/** Texts for pupils where the other texts say *vous*. */
export const brick: Partial<Record<keyof typeof fr, Message>> = {
  summary: 'Écrire à ta classe, à tes enseignants et à ta famille',
};
