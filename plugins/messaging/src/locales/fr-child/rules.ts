// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { rules as fr } from '../fr/rules.js';

/** Texts for pupils where the other texts say *vous*. */
export const rules: Partial<Record<keyof typeof fr, Message>> = {
  'pause.own': 'Tu ne peux pas écrire en ce moment.',
  'pause.ownUntil': 'Tu ne peux pas écrire jusqu’au {until}.',
  'pause.ownRest': 'Tu peux lire tes messages. Ce que tu as écrit attend. Tu peux toujours en parler à un adulte.',
};
