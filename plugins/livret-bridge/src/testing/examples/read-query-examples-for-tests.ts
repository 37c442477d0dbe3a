// SPDX-License-Identifier: EUPL-1.2
import type { ExampleAbout, QueryExample } from '@volee/core-adapter/testing';
import { TraceRow } from '../../store/trace.entity.js';
import { exampleBilan } from './example-bilan-for-tests.js';

/** For each query of readers, a row that it finds. */
export const readQueries: Readonly<Record<string, QueryExample>> = {
  unreadBilans: async (about) => {
    const { pupilId, year } = await exampleBilan(about, 'published');
    return { pupilIds: [pupilId], personId: about.personId, year, since: new Date('2026-08-01T00:00:00Z') };
  },
  unpublishedBilans: async (about) => {
    const { year } = await exampleBilan(about, 'signed');
    return { year, until: new Date('2027-09-01T00:00:00Z') };
  },
  withdrawnOnce: noteUnlocking,
  stepsOfYear: noteUnlocking,
  cataloguesOfYear: async (about) => {
    const { year } = await exampleBilan(about);
    return { year };
  },
};

async function noteUnlocking(about: ExampleAbout): Promise<{ year: number }> {
  const { db, pupilId } = about;
  const { id, year } = await exampleBilan(about);
  const step = { what: 'unlocked', personId: null, personName: null, word: about.marker } as const;
  const at = new Date('2026-11-24T10:00:00Z');
  await db.repository(TraceRow).insert([{ ...step, bilanId: id, pupilId, at, day: '2026-11-24' }]);
  return { year };
}
