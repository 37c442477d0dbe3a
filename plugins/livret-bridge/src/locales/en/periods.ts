// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { periods as fr } from '../fr/periods.js';

export const periods: Record<keyof typeof fr, Message> = {
  'nth.first': '1',
  'nth.later': '{number}',
  'period.term': 'term {nth}',
  'period.half': 'half {nth}',
  'period.part': 'period {number}',
};
