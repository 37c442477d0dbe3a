// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleHanded } from './example-handed-for-tests.js';

export const sixthExamples: Readonly<Record<string, Example>> = {
  'GET /sixth/:groupId': async (about) => {
    await exampleHanded(about);
    return { params: { groupId: about.groupId }, query: { sort: 'FRA-LGO' } };
  },
  'GET /handed/:id': async (about) => ({ params: { id: (await exampleHanded(about)).id } }),
};
