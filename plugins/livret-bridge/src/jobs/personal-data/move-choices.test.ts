// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { BilanRow } from '../../store/bilan.entity.js';
import { ClassRow } from '../../store/class.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { bilanPath, subjectPath } from '../../paths.js';

describe.each(bothDatabases())('a class that becomes another one on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });

  test('T7: bilans and lines go to the class that stays, and lines stay off that were off in both classes', async () => {
    const { host, tables } = livret;
    const { cm1, cm2, sixthA } = host.ids;
    const db = tables(SCHOOL);
    const choices = db.repository(ClassRow);
    const choice = (groupId: string, period: number, offLines: string) => ({ groupId, year: 2026, period, offLines });
    await choices.insert([
      choice(cm1, 1, 'FRA-RAC FRA-LGO MAT-NBR'),
      choice(cm2, 1, 'MAT-NBR FRA-LGO EPS-001'),
      choice(cm1, 2, 'FRA-RAC'),
      choice(cm2, 3, 'EPS-001'),
    ]);
    await tables(OTHER_SCHOOL)
      .repository(ClassRow)
      .insert([choice(sixthA, 1, 'FRA-RAC'), choice(cm1, 2, 'FRA-LGO')]);
    const about = { db, pupilId: await host.ids.person('pupilOfOtherClass'), groupId: cm1, marker: 'Du fichier' };
    const [draft, read] = [await exampleBilan(about), await exampleBilan(about, 'published')];
    const otherBefore = await tables(OTHER_SCHOOL).repository(ClassRow).find();

    for (let time = 0; time < 2; time += 1) {
      await host.moveGroup(SCHOOL, { from: cm1, to: cm2 });
      const rows = await choices.find({ order: { period: 'ASC' } });
      expect(rows.map(({ groupId, period, offLines }) => [groupId, period, offLines])).toEqual([
        [cm2, 1, 'MAT-NBR FRA-LGO'],
        [cm2, 2, ''],
        [cm2, 3, 'EPS-001'],
      ]);
      const bilans = await db.repository(BilanRow).find({ order: { period: 'ASC' } });
      expect(bilans).toEqual([draft, read].map((bilan) => ({ ...bilan, classId: cm2 })));
      expect(await tables(OTHER_SCHOOL).repository(ClassRow).find()).toEqual(otherBefore);
    }
    await host
      .as('teacherOfOtherClass')
      .get(subjectPath(draft.id, 'general'))
      .expect(200, /Du fichier/);
    for (const role of ['pupilOfOtherClass', 'guardianOfOtherClass'] as const) {
      await host
        .as(role)
        .get(bilanPath(read.id))
        .expect(200, /Du fichier/);
      await host.as(role).get(bilanPath(draft.id)).expect(404);
    }
    await host.as('guardian').get(bilanPath(read.id)).expect(404);
  });
});
