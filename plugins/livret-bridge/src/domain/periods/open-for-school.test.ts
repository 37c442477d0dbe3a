// SPDX-License-Identifier: EUPL-1.2
import { importClasses, member, numberedPupils, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { BOARD_PATH, gridPath, HAND_OVER_PATH, PERIODS_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';

/** A class of a file that sorts first, has no teacher, and names pupils of CM1. */
const records = [
  { type: 'group', uai: SCHOOL, key: 'aa', kind: 'class', name: 'AA CM1' } as const,
  { ...person('lea', 'pupil', SCHOOL, 'Léa', 'Roy'), level: 'CM2' },
  member(SCHOOL, 'cm1', 'lea'),
  ...['pupil', 'lea'].map((login) => member(SCHOOL, 'aa', login)),
  ...numberedPupils('cm2', 'bob', 5),
];

async function classesOfBilans({ tables }: LivretForTests): Promise<Map<string, string>> {
  const bilans = await tables(SCHOOL)
    .repository(BilanRow)
    .find({ where: { period: 1 } });
  return new Map(bilans.map(({ pupilId, classId }) => [pupilId, classId]));
}

describe.each(testDatabases())('a period that the head opens, on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, records });
  beforeAll(async () => {
    livret = await started;
  });

  test('a class that nobody teaches shows only pupils who are in no other: on the board, in the bilans and in the hand-over', async () => {
    const { host } = livret;
    const asked = host.as('head').get(BOARD_PATH);
    await asked.expect(200, /CM1/).expectNot(/AA CM1/);
    await host.as('head').post(PERIODS_PATH).form({ open: '1' }).expect(303);
    expect((await classesOfBilans(livret)).get(await host.ids.person('pupil'))).toBe(host.ids.cm1);
    for (const page of [`${BOARD_PATH}?period=1`, HAND_OVER_PATH]) {
      await host
        .as('head')
        .get(page)
        .expect(200, /CM1/)
        .expectNot(/AA CM1/);
    }
  });

  test('a class that the directory and a file name is opened whole, in one class, and its teacher has it', async () => {
    const { host } = livret;
    const named = ['bob0', 'bob1', 'bob2', 'bob3'];
    await importClasses(host, { 'CM2 Mme Y': named });
    await host.as('head').post(PERIODS_PATH).form({ open: '2' }).expect(303);
    const bilans = await livret
      .tables(SCHOOL)
      .repository(BilanRow)
      .find({ where: { period: 2 } });
    const pupils = await Promise.all([...named, 'bob4', 'pupilofotherclass'].map((login) => host.ids.login(login)));
    const ofClass = bilans.filter(({ classId }) => classId === host.ids.cm2).map(({ pupilId }) => pupilId);
    expect(ofClass.sort()).toEqual(pupils.sort());
    const grid = await host.as('teacherOfOtherClass').get(gridPath(host.ids.cm2, 2)).expect(200, /bob0/);
    expect(new Set(grid.text.match(/bob\d/g)).size).toBe(5);
    await host.as('head').get(`${BOARD_PATH}?period=2`).expect(200, /CM2/).expectNot(/Mme Y/);
  });
});
