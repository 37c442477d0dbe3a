// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { brick as fr } from '../fr/brick.js';

/** The texts for pupils, where the others say *vous*. */
export const brick: Partial<Record<keyof typeof fr, Message>> = {
  title: 'Mon livret',
  summary: 'Lire ce que tu as appris',
};
