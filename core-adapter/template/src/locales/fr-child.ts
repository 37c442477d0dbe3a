// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { fr } from './fr.js';

/** What a pupil reads where the other texts say *vous*. */
export const frChild: Partial<Record<keyof typeof fr, Message>> = {
  summary: 'Les annonces de ta classe',
};
