// SPDX-License-Identifier: EUPL-1.2
import {
  bothDatabases,
  importClasses,
  joinByHand,
  numberedPupils,
  OTHER_SCHOOL,
  SCHOOL,
} from '@volee/core-adapter/testing';
import { subjectPath } from '../../paths.js';
import { BilanRow, type BilanState } from '../../store/bilan.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';

const records = [...numberedPupils('cm1', 'ana', 3), ...numberedPupils('cm2', 'bob', 3)];

describe.each(bothDatabases())('bilans of a class that becomes another one on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, records });
  beforeAll(async () => {
    livret = await started;
  });

  /** The bilan of a pupil in a class, as an installation has them in which this class stood twice. */
  async function written(login: string, groupId: string, state: BilanState = 'draft'): Promise<BilanRow> {
    const { host, tables } = livret;
    const pupilId = await host.ids.login(login);
    return exampleBilan({ db: tables(SCHOOL), pupilId, groupId, marker: `De ${login}` }, state);
  }
  const classOf = async ({ id }: BilanRow): Promise<string | undefined> =>
    (await livret.tables(SCHOOL).repository(BilanRow).findOne({ where: { id } }))?.classId;

  test('T7: joined by hand, each bilan that teachers write goes to the class of its pupil, and one that is published to the joined class', async () => {
    const { host, tables } = livret;
    const { cm1, cm2, sixthA } = host.ids;
    const [mixed = ''] = await importClasses(host, { Mixte: ['ana0', 'ana1', 'bob0', 'bob1'] });
    const drafts = [await written('ana0', mixed), await written('bob0', mixed, 'ready')];
    const read = await written('bob1', mixed, 'published');
    const pupilId = await host.ids.person('pupilOfOtherSchool');
    const elsewhere = { db: tables(OTHER_SCHOOL), pupilId, groupId: sixthA, marker: 'Ailleurs' };
    await exampleBilan(elsewhere);
    const before = await tables(OTHER_SCHOOL).repository(BilanRow).find();

    await joinByHand(host, { from: mixed, to: cm1 });
    await host.runJobs();
    expect(await Promise.all([...drafts, read].map(classOf))).toEqual([cm1, cm2, cm1]);
    expect(await tables(OTHER_SCHOOL).repository(BilanRow).find()).toEqual(before);
    const [, ofBob] = drafts;
    const page = subjectPath(ofBob?.id ?? '', 'general');
    await host
      .as('teacherOfOtherClass')
      .get(page)
      .expect(200, /De bob0/);
    await host.as('teacher').get(page).expect(404);
  });

  test('T7: joined by rule, the bilan of a pupil that the directory puts elsewhere is in their own class', async () => {
    const { host } = livret;
    const { cm1, cm2 } = host.ids;
    const bilan = await written('bob2', cm1);
    await importClasses(host, { 'CM1 Mme X': ['ana0', 'ana1', 'ana2'] });
    await host.runJobs();
    expect(await classOf(bilan)).toBe(cm2);
  });

  test('a bilan in a class that nobody teaches goes to the class of its pupil that somebody teaches, before anybody has decided', async () => {
    const { host } = livret;
    const [doubt = ''] = await importClasses(host, { Doute: ['bob0', 'bob1', 'ana1'] });
    const [draft, read] = [await written('bob0', doubt), await written('bob1', doubt, 'published')];
    await importClasses(host, { Doute: ['bob0', 'bob1', 'bob2', 'ana1'] });
    await host.runJobs();
    expect(await Promise.all([draft, read].map(classOf))).toEqual([host.ids.cm2, doubt]);
  });
});
