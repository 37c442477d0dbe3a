// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const { host, tables } = await startLivret();
const db = tables(SCHOOL);

test('the portal of a head names the endorsed bilans to publish, until a day is chosen', async () => {
  const [one, other] = await Promise.all(
    (['pupil', 'classmate'] as const).map(async (role) => {
      const pupilId = await host.ids.person(role);
      const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db, marker: role };
      return exampleBilan(about, 'visa', true);
    }),
  );
  const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
  for (const period of new Set([one?.period ?? 1, other?.period ?? 1])) {
    const row = { year: 2026, period, rhythm: 'T' as const, count: 3, publishAt: null, ...days };
    await db.repository(PeriodRow).insert([row]);
  }
  const told = /bilans? à publier[^]*aucune date n’est choisie/;
  await host.as('head').get('/../').expect(200, told);
  for (const role of ['teacher', 'headOfOtherSchool'] as const) {
    await host.as(role).get('/../').expect(200).expectNot(told);
  }
  await db.repository(PeriodRow).update({ year: 2026 }, { publishAt: new Date('2026-12-11T17:00:00Z') });
  await host.as('head').get('/../').expect(200).expectNot(told);
});
