// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { BreakerRow } from '../../store/breaker.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { storedDecisions } from '../../domain/policy/stored-decisions.js';
import { defaultDecisions } from '../../domain/policy/decisions.js';
import { PreferenceRow } from '../../store/preference.entity.js';

const AT = new Date('2026-11-24T09:00:00Z');

async function examplePause({ db, personId, marker }: ExampleAbout, endedAt: Date | null): Promise<string> {
  const [row] = await db.repository(BreakerRow).insert([
    {
      ...{ profile: 'guardian', reason: marker, until: null, isForAll: false },
      ...{ startedBy: personId, startedAt: AT, endedAt, endedBy: null },
    },
  ]);
  return row?.id ?? '';
}

async function examplePolicy({ db, personId }: ExampleAbout): Promise<string> {
  const number = (await db.repository(PolicyRow).count()) + 1;
  const decisions = storedDecisions(defaultDecisions({ timeZone: 'Europe/Paris' }));
  await db.repository(PolicyRow).insert([{ ...decisions, number, decidedBy: personId, decidedAt: AT }]);
  return String(number);
}

export const rulesExamples: Readonly<Record<string, Example>> = {
  'GET /rules': async (about) => {
    await examplePolicy(about);
    await examplePause(about, AT);
    return {};
  },
  'GET /rules/pause': async (about) => {
    await examplePause(about, AT);
    return { query: { line: 'pause' } };
  },
  'GET /rules/whom': async (about) => {
    await examplePolicy(about);
    return { query: { line: 'pupil' } };
  },
  'GET /rules/hours': async (about) => {
    await examplePolicy(about);
    return { query: { line: 'hours-families' } };
  },
  'POST /rules/decisions': async (about) => ({
    form: { line: 'pupil', number: await examplePolicy(about), 'pupil-pupil': 'no' },
  }),
  // With a pause that has ended: the suite then does not take what is judged again for data of this example.
  'POST /rules/pause': async (about) => {
    await examplePause(about, AT);
    return { form: { profile: 'pupil', reason: about.marker, untilDay: '', untilTime: '' } };
  },
  'POST /rules/pause/end': async (about) => ({ form: { id: await examplePause(about, null) } }),
  'GET /hours': async ({ db, personId }) => {
    const quietHours = JSON.stringify({ from: '19:00', to: '07:00', days: [], dates: [] });
    await db.repository(PreferenceRow).delete({ ownerId: personId });
    await db.repository(PreferenceRow).insert([{ ownerId: personId, quietHours }]);
    return {};
  },
  'POST /hours': () => ({ form: { use: 'own', from: '19:00', to: '07:00', day: '6' } }),
};
