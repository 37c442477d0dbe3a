// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { PeriodRow } from '../../store/period.entity.js';

/** The class of the example in the first term of the year of the suite. */
async function openPeriod({ db, groupId }: ExampleAbout): Promise<{ groupId: string; period: string }> {
  const rows = db.repository(PeriodRow);
  const days = { startsOn: '2026-08-01', endsOn: '2026-12-12', dueOn: '2026-12-04' };
  const isOpen = (await rows.count({ where: { year: 2026, period: 1 } })) > 0;
  if (!isOpen) await rows.insert([{ year: 2026, rhythm: 'T', period: 1, count: 3, ...days, publishAt: null }]);
  return { groupId, period: '1' };
}

export const gridExamples: Readonly<Record<string, Example>> = {
  'GET /classes/:groupId/:period': async (about) => ({ params: await openPeriod(about) }),
  'GET /classes/:groupId/:period/lines': async (about) => ({ params: await openPeriod(about) }),
  'POST /classes/:groupId/:period/lines': async (about) => ({
    params: await openPeriod(about),
    form: { line: 'FRA-LGO' },
  }),
  'POST /classes/:groupId/:period/copy': async (about) => ({ params: await openPeriod(about) }),
};
