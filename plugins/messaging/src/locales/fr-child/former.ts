// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { former as fr } from '../fr/former.js';

export const former: Partial<Record<keyof typeof fr, Message>> = {
  'former.heading': 'Tes messages d’avant',
  'former.draftsHeading': 'Ce que tu avais commencé',
  'former.youTo': 'Toi, {to}',
};
