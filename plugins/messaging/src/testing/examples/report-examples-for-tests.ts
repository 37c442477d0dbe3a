// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { OF_RECEIVER, ReportRow } from '../../store/report.entity.js';
import { exampleCopy, exampleMessage } from './example-rows-for-tests.js';

const AT = new Date('2026-11-24T09:30:00Z');

/** A message of an author who was erased, which the person reported. */
async function exampleReport(about: ExampleAbout): Promise<string> {
  const { db, personId, marker } = about;
  const { id: messageId } = await exampleMessage(about, 'sent', null);
  const [row] = await db.repository(ReportRow).insert([
    {
      ...{ messageId, state: 'open', reportedBy: personId, reportedAt: AT, reason: marker, added: null },
      ...{ ...OF_RECEIVER, word: null, wordBy: null, wordAt: null },
      ...{ textUntil: null, shown: null, closedBy: null, closedAt: null },
    },
  ]);
  return row?.id ?? '';
}

export const reportExamples: Readonly<Record<string, Example>> = {
  'POST /copies/:id/report': async (about) => ({
    params: { id: await exampleCopy(about, 'inbox', { authorId: null }) },
    form: { reason: about.marker },
  }),
  'GET /reports': async (about) => {
    await exampleReport(about);
    return {};
  },
  'GET /reports/:id': async (about) => ({ params: { id: await exampleReport(about) } }),
  'POST /reports/:id': async (about) => ({
    params: { id: await exampleReport(about) },
    form: { do: 'open-thread', reason: about.marker },
  }),
};
