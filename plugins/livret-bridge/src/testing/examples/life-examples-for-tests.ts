// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { tickValue } from '../../domain/life/ticked.js';
import { readyClassPath, signBackPath, signPath } from '../../paths.js';
import { exampleBilan } from './example-bilan-for-tests.js';

const sign = signPath(':groupId', ':period');

export const lifeExamples: Readonly<Record<string, Example>> = {
  'POST /bilans/:id/ready': async (about) => ({
    params: { id: (await exampleBilan(about, 'draft', true)).id },
    form: { to: 'ready' },
  }),
  'POST /bilans/:id/take-back': async (about) => ({ params: { id: (await exampleBilan(about, 'signed')).id } }),
  [`GET ${sign}`]: async (about) => ({
    params: { groupId: about.groupId, period: String((await exampleBilan(about, 'ready')).period) },
  }),
  [`POST ${sign}`]: async (about) => {
    const row = await exampleBilan(about, 'ready');
    return { params: { groupId: about.groupId, period: String(row.period) }, form: { bilan: tickValue(row) } };
  },
  [`POST ${signBackPath(':groupId', ':period')}`]: async (about) => {
    const row = await exampleBilan(about, 'signed');
    const form = { bilan: row.id, at: row.signedAt?.toISOString() ?? '' };
    return { params: { groupId: about.groupId, period: String(row.period) }, form };
  },
  [`POST ${readyClassPath(':groupId', ':period')}`]: async (about) => ({
    params: { groupId: about.groupId, period: String((await exampleBilan(about, 'draft', true)).period) },
  }),
};
