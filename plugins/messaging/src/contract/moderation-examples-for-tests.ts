// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleReview } from './example-rows-for-tests.js';

export const moderationExamples: Readonly<Record<string, Example>> = {
  'GET /reviews': async (about) => {
    await exampleReview(about);
    await exampleReview(about, about.personId);
    return {};
  },
  'POST /reviews/:id/accept': async (about) => ({ params: { id: await exampleReview(about) }, form: { version: '1' } }),
  'POST /reviews/:id/refuse': async (about) => ({
    params: { id: await exampleReview(about) },
    form: { version: '1', reason: 'own-words', word: about.marker },
  }),
};
