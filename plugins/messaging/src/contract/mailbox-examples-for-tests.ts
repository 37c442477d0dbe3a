// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleCopy, pageOf } from './example-rows-for-tests.js';

export const mailboxExamples: Readonly<Record<string, Example>> = {
  'GET /': pageOf('inbox'),
  'GET /sent': pageOf('sent'),
  'GET /copies/:id': async (about) => ({ params: { id: await exampleCopy(about, 'inbox') } }),
  'POST /copies/:id/reply': async (about) => ({
    params: { id: await exampleCopy(about, 'inbox') },
    form: { body: about.marker },
  }),
};
