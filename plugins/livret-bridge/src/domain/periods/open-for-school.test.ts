// SPDX-License-Identifier: EUPL-1.2
import { member, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { PERIODS_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

/** A class of a file that sorts first, has no teacher, and names a pupil of CM1. */
const records = [
  { type: 'group', uai: SCHOOL, key: 'aa', kind: 'class', name: 'AA CM1' } as const,
  member(SCHOOL, 'aa', 'pupil'),
];

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database, records })) })),
);

test.each(started)('a pupil that two classes name gets a bilan in the one that is taught, on $name', async (livret) => {
  const { host, tables } = livret;
  await host.as('head').post(PERIODS_PATH).form({ open: '1' }).expect(303);
  const bilans = await tables(SCHOOL)
    .repository(BilanRow)
    .find({ where: { period: 1 } });
  const pupilId = await host.ids.person('pupil');
  expect(bilans.filter((bilan) => bilan.pupilId === pupilId)).toMatchObject([{ classId: host.ids.cm1 }]);
});
