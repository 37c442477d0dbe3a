// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { PhraseRow } from '../../store/phrase.entity.js';
import { exampleBilan } from './example-bilan-for-tests.js';

export const bilanExamples: Readonly<Record<string, Example>> = {
  'POST /bilans/:id': async (about) => ({
    params: { id: (await exampleBilan(about)).id },
    form: { 'was.general': `=${about.marker}`, general: `${about.marker} encore` },
  }),
  'GET /phrases': async ({ db, personId, marker }) => {
    const addedAt = new Date('2026-11-24T09:00:00Z');
    await db.repository(PhraseRow).insert([{ ownerId: personId, text: marker, addedAt }]);
    return {};
  },
  'POST /phrases': ({ marker }) => ({ form: { text: marker } }),
};
