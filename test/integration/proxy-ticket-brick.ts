// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, json } from '@volee/core-adapter';
import { z } from 'zod';

/** A brick that requests and shows tickets to other services on behalf of its user. */
export const proxyTicketBrick = defineBrick(
  {
    id: 'errand',
    version: '1.0.0',
    adapter: '^0.2.0',
    kind: 'feature',
    settings: z.strictObject({}),
    locales: {
      fr: { title: 'Courses', summary: 'Pour essayer' },
      en: { title: 'Errands', summary: 'For trying' },
    },
    permissions: { run: { profiles: ['pupil', 'teacher', 'head'] } },
  },
  ({ http }) =>
    http.get('/ticket', { access: 'run', query: z.object({ service: z.url() }) }, async ({ query, ticketFor }) =>
      json({ ticket: await ticketFor(query.service) }),
    ),
);
