// SPDX-License-Identifier: EUPL-1.2
import { changeSchool, kin, OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { exampleHanded } from '../../testing/examples/example-handed-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { bilanPath, BOARD_PATH, restorePath } from '../../paths.js';
import { TraceRow } from '../../store/trace.entity.js';
import { keepPublication } from '../../domain/trace/kept-publication.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';

const withdrawal = { what: 'unlocked', personId: null, personName: null, word: 'Erreur' } as const;
const PAGE = '/../../../ancienne-ecole';

describe.each(testDatabases())('bilans of a pupil that changes schools, on $name', (database) => {
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database, now: new Date('2026-12-11T10:00:00Z') });
  let [published, draft, of] = ['', '', ''];

  beforeAll(async () => {
    ({ host, tables } = await started);
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    const common = { db, groupId: host.ids.cm1 };
    published = (await exampleBilan({ ...common, pupilId, marker: 'Un très bon début' }, 'published')).id;
    const other = await host.ids.person('classmate');
    await exampleBilan({ ...common, pupilId: other, marker: 'Celui de Zoé' }, 'published');
    const row = await exampleBilan({ ...common, pupilId, marker: 'Pas encore publié' }, 'signed');
    draft = row.id;
    of = `${PAGE}/${SCHOOL}/${pupilId}/livret-bridge`;
    await host
      .as('pupil')
      .get(bilanPath(published))
      .expect(200, /Un très bon début/);
    await changeSchool(host, 'pupil', [kin('guardianOfOtherSchool', 'pupil')]);
  });

  /** A bilan of the pupil that was published, and that the school withdrew. */
  async function withdrawn(): Promise<BilanRow> {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    const row = await exampleBilan({ db, groupId: host.ids.cm1, pupilId, marker: 'Texte repris' }, 'published');
    await db.repository(BilanRow).update({ id: row.id }, { state: 'draft', publishedAt: null });
    const step = { ...withdrawal, ...keepPublication(row), bilanId: row.id, pupilId };
    await db.repository(TraceRow).insert([{ ...step, at: new Date('2026-12-10T10:00:00Z'), day: '2026-12-10' }]);
    return row;
  }

  test('the portal reads no text of a bilan or a copy, the list those that name a copy, and a page reads its own', async () => {
    const { logger } = host.host.database.dataSource;
    const { logQuery } = logger;
    const texts = async (path: string): Promise<string[]> => {
      const read: string[] = [];
      logger.logQuery = (query) => {
        const [, table] = /^SELECT[^]*(?:general|content)\b[^]*FROM\W+livret_bridge_(bilan|handed)/.exec(query) ?? [];
        if (table !== undefined) read.push(table);
      };
      await host.as('pupil').get(path, { school: OTHER_SCHOOL }).expect(200);
      logger.logQuery = logQuery;
      return read;
    };
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    const bilans = new Set((await db.repository(BilanRow).find({ where: { pupilId } })).map(({ id }) => id));
    const copy = await exampleHanded({ db, groupId: host.ids.cm1, pupilId, marker: 'Copie de l’école' });
    for (const { id } of await db.repository(BilanRow).find({ where: { pupilId } }))
      if (!bilans.has(id)) await db.repository(BilanRow).delete({ id });
    expect(await texts('/../')).toEqual([]);
    expect(await texts(PAGE)).toEqual(['handed']);
    // Opening one reads none of the others.
    expect(new Set(await texts(`${of}/lire/${published}`))).toEqual(new Set(['bilan']));
    await host
      .as('pupil')
      .get(`${of}/lire/${copy.id}`)
      .expect(200, /Copie de l’école/);
    await db.repository(HandedRow).delete({ id: copy.id });
  });

  test('T12: the pupil and their guardians read what was published, on a page and in the download, and nothing else', async () => {
    await host.as('pupil').get(bilanPath(published)).expect(404);
    const readers = [
      ['pupil', OTHER_SCHOOL],
      ['guardian', OTHER_SCHOOL],
      ['guardianInBothSchools', OTHER_SCHOOL],
    ] as const;
    for (const [role, school] of readers) {
      await host
        .as(role)
        .get('/../', { school })
        .expect(200, /changé d’école/);
      await host
        .as(role)
        .get(PAGE)
        .expect(200, /1 bilan[^]*Gardé jusqu’au 31 juillet 2029/)
        .expectNot(/Zoé/);
      await host
        .as(role)
        .get(`${of}/lire/${published}`)
        .expect(200, /Un très bon début[^]*Comment lire les briques/)
        .expectNot(/Pas encore publié|Celui de Zoé|J’ai lu/);
      await host.as(role).get(`${of}/lire/${draft}`).expect(404);
    }
    const { text } = await host.as('pupil').post(`${of}/emporter`).expect(200);
    expect(text).toMatch(/^PK[^]*data\.json/);
    await host.as('guardian').post(`${of}/emporter`).expect(404);
  });

  test('T8 T12: a guardian that came later, the teachers and the heads of both schools find nothing', async () => {
    const roles = [
      'guardianOfOtherSchool',
      'classmate',
      'teacher',
      'head',
      'headOfOtherSchool',
      'teacherOfOtherSchool',
    ];
    for (const role of roles as 'head'[]) {
      await host.as(role).get(PAGE).expect(200).expectNot(/bilan/);
      await host.as(role).get(`${of}/lire/${published}`).expect(404);
      await host.as(role).post(`${of}/emporter`).expect(404);
    }
  });

  test('T12: a bilan that the school withdrew is named without its text, and the head may give it back', async () => {
    const [db, row] = [tables(SCHOOL), await withdrawn()];
    for (const role of ['pupil', 'guardian'] as const) {
      await host
        .as(role)
        .get(PAGE)
        .expect(200, /1 bilan[^]*l’école l’a retiré le 10 décembre/)
        .expectNot(/Texte repris/);
    }
    const portalOf = (role: 'head' | 'teacher' | 'headOfOtherSchool') => host.as(role).get('/../').expect(200);
    for (const role of ['teacher', 'headOfOtherSchool'] as const) await portalOf(role).expectNot(/bilan retiré/);
    const { text } = await portalOf('head').expect(200, /1 élève parti avec un bilan retiré/);
    expect(text).toContain(bilanPath(row.id));
    await host
      .as('head')
      .get(bilanPath(row.id))
      .expect(200, /Le texte qui était publié/);
    await host.as('head').post(restorePath(row.id)).expect(303);
    await portalOf('head').expectNot(/bilan retiré/);
    await host
      .as('pupil')
      .get(`${of}/lire/${row.id}`)
      .expect(200, /Texte repris/);
    await db.repository(BilanRow).delete({ id: row.id });
  });

  test('T1 T12: the head reaches each of several withdrawn bilans of pupils that left from the board', async () => {
    const rows = [await withdrawn(), await withdrawn()];
    await host
      .as('head')
      .get('/../')
      .expect(200, /1 élève parti avec un bilan retiré[^]*Personne ne les corrigera/)
      .expect(200, new RegExp(BOARD_PATH));
    const { text } = await host
      .as('head')
      .get(BOARD_PATH)
      .expect(200, /élève parti avec un bilan retiré[^]*Inès Faivre, 3e[^]*Inès Faivre, 4e/);
    for (const { id } of rows) expect(text).toContain(bilanPath(id));
    await host
      .as('headOfOtherSchool')
      .get(BOARD_PATH)
      .expectNot(/bilan retiré/);
    for (const { id } of rows) await tables(SCHOOL).repository(BilanRow).delete({ id });
    await host
      .as('head')
      .get(BOARD_PATH)
      .expect(200)
      .expectNot(/bilan retiré/);
  });

  test('a bilan of a pupil that repeats CM2 is kept until the cycle has ended, and the page says so', async () => {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    const repeated = await exampleBilan({ db, groupId: host.ids.cm1, pupilId, marker: 'Encore en CM2' });
    await db.repository(BilanRow).update({ id: repeated.id }, { year: 2027 });
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /1 bilan[^]*Gardé jusqu’au 31 juillet 2030/);
    await db.repository(BilanRow).delete({ id: repeated.id });
  });

  test('T12: a bilan that is purged is gone from the page, and no sooner than it says', async () => {
    const rows = tables(SCHOOL).repository(BilanRow);
    // Cycle 3 ends with the 6e in July 2028.
    const row = await rows.findOne({ where: { id: published } });
    expect([row?.year, row?.level]).toEqual([2026, 'CM2']);
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /1 bilan[^]*Gardé jusqu’au 31 juillet 2029/);
    host.clock.advance(Date.parse('2029-07-31T20:00:00Z') - host.clock.now().getTime());
    await host.runJobs();
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /1 bilan/);
    host.clock.advance(86_400_000);
    await host.runJobs();
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200)
      .expectNot(/1 bilan/);
  });
});
