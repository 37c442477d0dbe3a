// SPDX-License-Identifier: EUPL-1.2
import type { Check } from '@volee/core-adapter';
import { bothDatabases, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan, exampleCatalogue } from '../contract/example-bilan-for-tests.js';
import { correctedBilan } from '../contract/history-examples-for-tests.js';
import { startLivret, type LivretForTests } from '../livret-for-tests.js';
import { tickValue } from '../life/ticked.js';
import { bilanPath, keptPath, signPath } from '../paths.js';
import { movePerson } from '../personal-data/move-person.js';
import { BilanRow } from '../store/bilan.entity.js';
import { CatalogueRow } from '../store/catalogue.entity.js';
import { KeepCatalogues1796342400000 } from '../store/keep-catalogues.migration.js';
import { TraceRow } from '../store/trace.entity.js';
import { readCatalogues } from './catalogues.js';
import { registerKeepingCatalogues } from './keep-catalogues-job.js';

const GONE = 'breton-2016';

describe.each(bothDatabases())('a catalogue that the settings name no more on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });
  const as = (role: Role) => livret.host.as(role);
  const db = () => livret.tables(SCHOOL);
  const kept = () => db().repository(CatalogueRow);
  const about = async (role: Role) => ({
    ...{
      db: db(),
      groupId: livret.host.ids.cm1,
      pupilId: await livret.host.ids.person(role),
      marker: 'Écrit en breton',
    },
  });
  const lose = (id: string) => db().repository(BilanRow).update({ id }, { catalogue: GONE });

  test('X8 is kept by a signature and each hour, and bilans are read by it for as long as they are there', async () => {
    const row = await exampleBilan(await about('pupil'), 'ready');
    const sign = as('teacher').post(signPath(row.classId, row.period));
    await sign.form({ bilan: tickValue(row) }).expect(303);
    expect((await kept().find({})).map(({ catalogue }) => catalogue)).toEqual([exampleCatalogue.id]);
    await kept().delete({});
    // The first run of a schedule notes when it began.
    await livret.host.runJobs();
    livret.host.clock.advance(3_700_000);
    await livret.host.runJobs();
    const [one] = await kept().find({});
    expect(one && JSON.parse(one.content)).toEqual(JSON.parse(JSON.stringify(exampleCatalogue)));

    const content = JSON.stringify({ ...exampleCatalogue, id: GONE });
    await kept().insert([{ catalogue: GONE, content }]);
    const published = await exampleBilan(await about('pupil'), 'published');
    await lose(published.id);
    for (const role of ['pupil', 'guardian', 'teacher', 'head'] as const) {
      await as(role)
        .get(bilanPath(published.id))
        .expect(200, /Langage oral[^]*Écrit en breton|Écrit en breton[^]*Langage oral/);
    }
    const corrected = await correctedBilan(await about('pupil'), 'reopened');
    const [step] = await db()
      .repository(TraceRow)
      .find({ where: { bilanId: corrected.id } });
    const inBreton = step?.content?.replaceAll(exampleCatalogue.id, GONE) ?? '';
    await db().repository(TraceRow).update({ bilanId: corrected.id }, { content: inBreton });
    await as('pupil')
      .get(bilanPath(corrected.id))
      .expect(200, /Écrit en breton/);
    await as('head')
      .get(keptPath(corrected.id, step?.id ?? ''))
      .expect(200, /Écrit en breton/);
  });

  test('X8 stops no merge of two records', async () => {
    const [one, two] = [await exampleBilan(await about('pupilOfOtherClass'), 'published'), await about('classmate')];
    const there = await exampleBilan(two, 'published');
    await lose(one.id);
    const move = { db: db(), from: one.pupilId, to: there.pupilId };
    await db().transaction(() => movePerson(move, { catalogues: readCatalogues(), clock: livret.host.clock }));
    await as('classmate')
      .get(bilanPath(one.id))
      .expect(200, /Écrit en breton/);
    await as('classmate')
      .get(bilanPath(there.id))
      .expect(200, /Écrit en breton/);
  });

  test('doctor names those that nobody has any more', async () => {
    const checks: Check[] = [];
    const brick = {
      jobs: { provide: () => undefined },
      check: (one: Check) => checks.push(one),
      db: { schools: async () => [SCHOOL], forSchool: db },
    };
    registerKeepingCatalogues(brick, readCatalogues());
    const run = async () => checks[0]?.run(new AbortController().signal);
    expect(await run()).toMatchObject([{ state: 'good' }]);
    await kept().delete({ catalogue: GONE });
    expect(await run()).toMatchObject([
      { state: 'bad', sentence: expect.stringContaining(`${GONE} (${SCHOOL})`) as string },
    ]);
  });

  test('P9 the migration runs again after a crash in the middle', async () => {
    const runner = livret.host.host.database.dataSource.createQueryRunner();
    const migration = new KeepCatalogues1796342400000();
    await migration.down(runner);
    await migration.down(runner);
    await migration.up(runner);
    await migration.up(runner);
    expect((await runner.getTable('livret_bridge_catalogue'))?.indices).toHaveLength(1);
    await runner.release();
  });
});
