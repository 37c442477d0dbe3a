// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleReview } from './example-rows-for-tests.js';

export const moderationExamples: Readonly<Record<string, Example>> = {
  'GET /reviews': async (about) => {
    await exampleReview(about);
    await exampleReview(about, about.personId);
    return {};
  },
  'POST /reviews': async (about) => ({
    form: {
      do: 'refuse',
      review: `${await exampleReview(about)} 1`,
      reason: 'own-words',
      word: about.marker,
    },
  }),
  'POST /reviews/accepted/undo': async (about) => ({ form: { review: `${await exampleReview(about)} 1` } }),
  'POST /reviews/:id/show': async (about) => ({
    params: { id: await exampleReview(about) },
    form: { version: '1', reason: about.marker },
  }),
  'POST /reviews/:id': async (about) => ({
    params: { id: await exampleReview(about) },
    form: { do: 'refuse', version: '1', reason: 'own-words', word: about.marker },
  }),
};
