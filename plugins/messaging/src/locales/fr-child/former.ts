// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { former as fr } from '../fr/former.js';

export const former: Partial<Record<keyof typeof fr, Message>> = {
  'former.heading': 'Tes messages d’avant',
  'former.draftsHeading': 'Ce que tu avais commencé',
  'former.reported': {
    one: '{count} message que tu as signalé à la direction',
    other: '{count} messages que tu as signalés à la direction',
  },
  'former.reportedHeading': 'Ce que tu as dit à la direction',
  'former.ownWords': 'Tes mots\u00a0: «\u00a0{words}\u00a0»',
  'former.youTo': 'Toi, {to}',
};
