// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { brick as fr } from '../fr/brick.js';

/** What a pupil reads where the other texts say *vous*. */
export const brick: Partial<Record<keyof typeof fr, Message>> = {
  title: 'Mon livret',
  summary: 'Lire ce que tu as appris',
};
