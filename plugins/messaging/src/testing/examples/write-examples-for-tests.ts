// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleCopy } from './example-rows-for-tests.js';

export const writeExamples: Readonly<Record<string, Example>> = {
  'GET /write': ({ personId, groupId, marker }) => ({
    query: { q: marker.slice(0, 8), toPerson: personId, toTeamOf: groupId },
  }),
  'POST /write': ({ personId, groupId, marker }) => ({
    form: { toPerson: personId, toTeamOf: groupId, subject: marker, body: marker },
  }),
  'POST /copies/:id/forward': async (about) => ({ params: { id: await exampleCopy(about, 'inbox') }, form: {} }),
  'GET /drafts/:id': async (about) => ({ params: { id: await exampleCopy(about, 'drafts') } }),
  'POST /drafts/:id': async (about) => ({
    params: { id: await exampleCopy(about, 'drafts') },
    form: { toPerson: about.personId, subject: about.marker, body: about.marker, version: '1' },
  }),
};
