// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';

export const writeExamples: Readonly<Record<string, Example>> = {
  'GET /write': ({ personId, groupId, marker }) => ({
    query: { q: marker.slice(0, 8), toPerson: personId, toTeamOf: groupId },
  }),
  'POST /write': ({ personId, groupId, marker }) => ({
    form: { toPerson: personId, toTeamOf: groupId, subject: marker, body: marker },
  }),
};
