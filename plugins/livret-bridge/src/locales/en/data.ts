// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { data as fr } from '../fr/data.js';

export const data: Record<keyof typeof fr, Message> = {
  'data.kept':
    'The reports of each pupil (positions, appreciations, elements worked on), the persons that signed, endorsed, read and confirmed them, what was published and unlocked, the readers at the collège, and the phrases that teachers keep',
  'data.purpose': 'Following what pupils learn, informing families, and the passage to 6e',
  'data.retention':
    'In the primary school, until one year after the end of the cycle (cycle 2 ends with CE2, cycle 3 with 6e, a year later if the pupil repeats a class). To show progress, the next report keeps its positions until it ends itself. In the collège, three years after the beginning of CM2. The names of the teacher and the head stay on what they signed.',
  'storedData.kept': {
    one: '{count} report stays kept, out of sight',
    other: '{count} reports stay kept, out of sight',
  },
  'storedData.bilans': { one: '{count} report', other: '{count} reports' },
  'storedData.waiting': {
    one: '{count} approved report that waits to be published',
    other: '{count} approved reports that wait to be published',
  },
  'storedData.handed': { one: '{count} report from another school', other: '{count} reports from other schools' },
};
