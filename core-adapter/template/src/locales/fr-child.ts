// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { fr } from './fr.js';

/** Texts for pupils, in place of those that say *vous*. */
export const frChild: Partial<Record<keyof typeof fr, Message>> = {
  summary: 'Les annonces de ta classe',
};
