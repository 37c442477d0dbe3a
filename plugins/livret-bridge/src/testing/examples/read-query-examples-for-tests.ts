// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, type ExampleAbout, type QueryExample } from '@volee/core-adapter/testing';
import { HandedRow } from '../../store/handed.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { exampleBilan } from './example-bilan-for-tests.js';

/** For each query of readers, a row that it finds. */
export const readQueries: Readonly<Record<string, QueryExample>> = {
  unreadBilans: async (about) => {
    const { pupilId } = await exampleBilan(about, 'published');
    return { pupilIds: [pupilId], personId: about.personId };
  },
  unconfirmedBilans: async (about) => {
    const { pupilId } = await exampleBilan(about, 'published');
    return { pupilIds: [pupilId], personId: about.personId };
  },
  familyReadings: async (about) => {
    const { id } = await exampleBilan(about, 'published');
    return { bilanIds: [id] };
  },
  unpublishedBilans: async (about) => {
    const { year } = await exampleBilan(about, 'signed');
    return { year, until: new Date('2027-09-01T00:00:00Z') };
  },
  bilansByState: async (about) => {
    const { year, period } = await exampleBilan(about);
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
    await about.db.repository(PeriodRow).insert([{ year, period, rhythm: 'T', count: 3, publishAt: null, ...days }]);
    return { year };
  },
  withdrawnOnce: noteUnlocking,
  stepsOfYear: noteUnlocking,
  cataloguesOfYear: async (about) => {
    const { year } = await exampleBilan(about);
    return { year };
  },
  levelsInBilans: async (about) => {
    await exampleBilan(about);
    return {};
  },
  cataloguesOfCopies: async ({ db, pupilId }) => {
    const at = new Date('2026-11-24T10:00:00Z');
    const of = { fromSchool: OTHER_SCHOOL, fromName: 'École', revision: 1, year: 2026, period: 1, key: 'k' };
    const copy = { ...of, catalogue: 'c', positions: '', content: '{}', receivedAt: at, until: at };
    await db.repository(HandedRow).insert([{ ...copy, pupilId }]);
    return {};
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
