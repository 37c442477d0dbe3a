// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { data as fr } from '../fr/data.js';

export const data: Record<keyof typeof fr, Message> = {
  'data.kept':
    'The reports of each pupil (positions, appreciations, elements worked on), the persons that signed, endorsed, read and confirmed them, and the phrases that teachers keep',
  'data.purpose': 'Following what pupils learn, informing families, and the passage to 6e',
  'data.retention':
    'In the primary school, until one year after the end of the cycle; in the collège, three years after the beginning of CM2. The names of the teacher and the head stay on what they signed.',
};
