// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleBilan } from './example-bilan-for-tests.js';

export const readExamples: Readonly<Record<string, Example>> = {
  'GET /bilans/:id': async (about) => ({ params: { id: (await exampleBilan(about, 'published')).id } }),
  'POST /bilans/:id/acknowledge': async (about) => {
    const { id, publishedAt } = await exampleBilan(about, 'published');
    return { params: { id }, form: { published: publishedAt?.toISOString() ?? '' } };
  },
};
