// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { tickValue } from '../../domain/life/ticked.js';
import {
  BEGIN_PATH,
  BOARD_PATH,
  boardClassPath,
  departedPath,
  PERIODS_PATH,
  LATE_PATH,
  previewPath,
  PUBLISH_NOW_PATH,
  PUBLISH_PATH,
  SEND_BACK_PATH,
  unlockPath,
  VISA_BACK_PATH,
  VISA_PATH,
} from '../../paths.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from './example-bilan-for-tests.js';

const NIGHT = new Date('2026-12-11T17:00:00Z');
const BEFORE = new Date('2026-11-20T17:00:00Z');

/** The period of an example bilan, as a head has dated it. */
async function examplePeriod({ db }: ExampleAbout, period: number): Promise<void> {
  await db.repository(PeriodRow).insert([
    {
      ...{ year: 2026, rhythm: 'T', period, count: 3, publishAt: NIGHT },
      ...{ startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' },
    },
  ]);
}

async function datedBilan(about: ExampleAbout, state: BilanRow['state']): Promise<BilanRow> {
  const row = await exampleBilan(about, state);
  const where = { year: 2026, period: row.period };
  if ((await about.db.repository(PeriodRow).count({ where })) === 0) await examplePeriod(about, row.period);
  return row;
}

export const boardExamples: Readonly<Record<string, Example>> = {
  [`GET ${BOARD_PATH}`]: async (about) => ({ query: { period: String((await datedBilan(about, 'signed')).period) } }),
  [`GET ${boardClassPath(':groupId', ':period')}`]: async (about) => ({
    params: { groupId: about.groupId, period: String((await datedBilan(about, 'signed')).period) },
  }),
  [`GET ${departedPath(':period')}`]: async (about) => ({
    params: { period: String((await datedBilan(about, 'signed')).period) },
  }),
  [`POST ${VISA_PATH}`]: async (about) => {
    const row = await datedBilan(about, 'signed');
    // The instant has come, and nothing was published: the visa enqueues the publication.
    await about.db.repository(PeriodRow).update({ year: 2026, period: row.period }, { publishAt: BEFORE });
    return { form: { period: String(row.period), bilan: tickValue(row) } };
  },
  [`GET ${SEND_BACK_PATH}`]: async (about) => ({
    query: { period: String((await datedBilan(about, 'signed')).period) },
  }),
  [`POST ${SEND_BACK_PATH}`]: async (about) => {
    const row = await datedBilan(about, 'signed');
    return { form: { period: String(row.period), bilan: tickValue(row), word: about.marker } };
  },
  [`POST ${VISA_BACK_PATH}`]: async (about) => {
    const row = await datedBilan(about, 'visa');
    return { form: { period: String(row.period), bilan: tickValue(row) } };
  },
  [`GET ${PUBLISH_PATH}`]: async (about) => ({ query: { period: String((await datedBilan(about, 'visa')).period) } }),
  [`GET ${PUBLISH_NOW_PATH}`]: async (about) => ({
    query: { period: String((await datedBilan(about, 'visa')).period) },
  }),
  [`GET ${previewPath(':id')}`]: async (about) => ({ params: { id: (await datedBilan(about, 'visa')).id } }),
  [`POST ${PUBLISH_PATH}`]: async (about) => {
    const { period } = await datedBilan(about, 'visa');
    await about.db.repository(PeriodRow).update({ year: 2026, period }, { publishAt: null });
    return { form: { period: String(period), do: 'now' } };
  },
  [`GET ${LATE_PATH}`]: () => ({}),
  [`POST ${LATE_PATH}`]: () => ({ form: {} }),
  [`GET ${PERIODS_PATH}`]: () => ({ query: { rhythm: 'S' } }),
  [`POST ${PERIODS_PATH}`]: () => ({
    form: {
      ...{ rhythm: 'T', startsOn1: '2026-09-01', endsOn1: '2026-11-30', dueOn1: '2026-12-04' },
      ...{ startsOn2: '2026-12-01', endsOn2: '2027-03-12', dueOn2: '2027-03-12' },
      ...{ startsOn3: '2027-03-13', endsOn3: '2027-07-02', dueOn3: '2027-06-25' },
    },
  }),
  [`POST ${BEGIN_PATH}`]: ({ groupId }) => ({ form: { groupId } }),
  [`GET ${unlockPath(':id')}`]: async (about) => ({ params: { id: (await exampleBilan(about, 'published')).id } }),
  [`POST ${unlockPath(':id')}`]: async (about) => ({
    params: { id: (await exampleBilan(about, 'published')).id },
    form: { word: about.marker, text: 'stays' },
  }),
};
