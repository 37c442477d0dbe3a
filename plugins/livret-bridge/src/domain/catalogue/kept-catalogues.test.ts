// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, CheckedSchool, SchoolDatabase } from '@volee/core-adapter';
import { bothDatabases, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan, exampleCatalogue, withLine } from '../../testing/examples/example-bilan-for-tests.js';
import { correctedBilan } from '../../testing/examples/history-examples-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { tickValue } from '../life/ticked.js';
import {
  BOARD_PATH,
  HOME_PATH,
  bilanPath,
  boardClassPath,
  changesPath,
  copyPath,
  gridPath,
  keptPath,
  linesPath,
  readyClassPath,
  readyPath,
  restorePath,
  signPath,
  subjectPath,
} from '../../paths.js';
import { exportPerson } from '../../jobs/personal-data/export-person.js';
import { movePerson } from '../../jobs/personal-data/move-person.js';
import { ensurePeriods } from '../periods/ensure-periods.js';
import { openBilans } from '../periods/open-bilans.js';
import type { InscribedPupil } from '../periods/pupils-of.js';
import { saveChanges } from '../save/save-changes.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { CatalogueRow } from '../../store/catalogue.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { readCatalogues } from './catalogues.js';
import { registerCatalogueCheck } from '../../jobs/catalogue/check-catalogues.js';

const GONE = 'breton-2016';
/** Bilans were signed with it before its file got a line more. */
const REGIONAL = 'regional';
const FOLDER = mkdtempSync(join(tmpdir(), 'volee-catalogue-'));
const FILE = join(FOLDER, 'catalogues.json');
writeFileSync(FILE, JSON.stringify([{ ...withLine(REGIONAL, 'Parler breton'), since: { CM2: 2020 } }]));
afterAll(() => rmSync(FOLDER, { recursive: true }));

describe.each(bothDatabases())('a catalogue that the settings name no more on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, settings: { catalogue: FILE } });
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

  test('X8 a bilan keeps its lines when the file has others: for its readers, its writers and its proof', async () => {
    await db().repository(BilanRow).delete({});
    await ensurePeriods(db(), 2026);
    const catalogues = readCatalogues(FILE);
    const before = JSON.stringify({ ...exampleCatalogue, id: REGIONAL });
    await kept().insert([{ catalogue: REGIONAL, content: before }]);
    const inRegional = async (id: string, positions: string) =>
      db().repository(BilanRow).update({ id }, { catalogue: REGIONAL, positions });
    const published = await exampleBilan(await about('pupil'), 'published');
    await inRegional(published.id, `4${'1'.repeat(14)}`);
    for (const role of ['pupil', 'guardian', 'teacher', 'head'] as const) {
      await as(role)
        .get(bilanPath(published.id))
        .expect(200, /Langage oral/)
        .expectNot(/Parler breton/);
    }
    const given = await exportPerson({ db: db(), personId: published.pupilId }, catalogues);
    expect(JSON.stringify(given)).toMatch(/"line":"Langage oral","position":"Dépassés"/);
    expect(JSON.stringify(given)).not.toContain('Parler breton');

    const draft = await exampleBilan(await about('pupil'), 'draft');
    await inRegional(draft.id, ' '.repeat(15));
    const teacher = as('teacher');
    await teacher
      .get(subjectPath(draft.id, 'FRA-RAC'))
      .expect(200, /Langage oral/)
      .expectNot(/Parler breton/);
    await teacher
      .post(changesPath(draft.id))
      .form({ was: ' '.repeat(15), '0': '2' })
      .expect(303);
    await teacher.post(changesPath(draft.id)).form({ cell: 'FRA-LGO', was: '2', now: '3' }).expect(200);
    const stored = await db()
      .repository(BilanRow)
      .findOne({ where: { id: draft.id } });
    expect(stored?.positions.trim()).toBe('3');

    livret.host.clock.advance(3_700_000);
    await livret.host.runJobs();
    const [row] = await kept().find({ where: { catalogue: REGIONAL } });
    expect(row?.content).toBe(before);
  });

  test('X8 a bilan that is opened has the lines of the file, and the school keeps them from then on', async () => {
    const catalogues = readCatalogues(FILE);
    const { pupilId: id, groupId: classId } = await about('pupilOfOtherClass');
    const pupil = { id, classId, level: 'CM2' } as InscribedPupil;
    const [opened] = await openBilans({ db: db(), catalogues }, { year: 2026, period: 1 }, [pupil]);
    expect(opened?.catalogue).toMatch(/^regional-[0-9a-f]{10}$/);
    const where = { catalogue: opened?.catalogue ?? '' };
    expect((await kept().findOne({ where }))?.content).toContain('Parler breton');
    // The settings name other lines now, or none: bilans that were opened keep their own lines.
    expect(readCatalogues().find(where.catalogue)).toBeUndefined();
    const context = { db: db(), catalogues: readCatalogues(), personId: id, now: new Date(), schoolYear: 2026 };
    const { row } = await saveChanges(context, opened?.id ?? '', [{ cell: 'REG-L01', was: '', now: '4' }]);
    expect(row.positions).toBe(`4${' '.repeat(15)}`);
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

  test('X8 a bilan whose catalogue nobody has is read on each page, says what is missing, and loses nothing', async () => {
    await db().repository(BilanRow).delete({});
    await ensurePeriods(db(), 2026);
    const rowOf = (id: string) => db().repository(BilanRow).findOne({ where: { id } });
    const [draft, other] = [await exampleBilan(await about('pupil'), 'draft'), await about('classmate')];
    const [published, unlocked] = [await exampleBilan(other, 'published'), await correctedBilan(other)];
    const next = await exampleBilan(await about('pupil'), 'draft');
    const full = await exampleBilan(await about('pupilOfOtherClass'), 'ready');
    const [step] = await db()
      .repository(TraceRow)
      .find({ where: { bilanId: unlocked.id } });
    const content = step?.content?.replaceAll(exampleCatalogue.id, GONE) ?? '';
    await db().repository(TraceRow).update({ bilanId: unlocked.id }, { content });
    await db().repository(BilanRow).update({}, { catalogue: GONE });
    await kept().delete({ catalogue: GONE });
    const before = await rowOf(draft.id);

    const [teacher, head] = [as('teacher'), as('head')];
    const { classId, period } = draft;
    const missing = /noms des lignes manquent/;
    for (const path of [gridPath(classId, period), signPath(classId, period), bilanPath(draft.id)]) {
      await teacher.get(path).expect(200, missing);
    }
    for (const path of [BOARD_PATH, boardClassPath(classId, period), bilanPath(draft.id)]) {
      await head.get(path).expect(200, missing);
    }
    // Nobody in the school can complete the bilan: the page asks the head to tell an administrator.
    for (const path of [HOME_PATH, `/s/${SCHOOL}`]) await teacher.get(path).expect(200).expectNot(missing);
    const told = /noms des lignes manquent dans 5 bilans[^]*Prévenez l’administrateur de la plateforme/;
    for (const path of [BOARD_PATH, `/s/${SCHOOL}`]) await head.get(path).expect(200, told);
    await as('headOfOtherSchool').get('/../').expect(200).expectNot(missing);
    await teacher.get(linesPath(classId, period)).expect(200);
    for (const path of [readyPath(draft.id), readyPath(full.id)]) await teacher.post(path).form({ to: 'ready' });
    await teacher.post(readyClassPath(classId, period)).form({}).expect(303);
    await teacher.post(copyPath(classId, next.period)).form({}).expect(303);
    const sign = teacher.post(signPath(classId, period));
    await sign.form({ bilan: tickValue(full) }).expect(303);
    // Nobody writes without knowing the lines, and nothing that was typed is lost without a word.
    await teacher
      .post(changesPath(draft.id))
      .form({ cell: 'general', was: '', now: 'Bien' })
      .expect(409, /noms des lignes/);
    await teacher
      .post(bilanPath(draft.id))
      .form({ general: 'Une longue appréciation', typedIn: 'general' })
      .expect(409, /Une longue appréciation/);
    await teacher
      .post(changesPath(draft.id))
      .form({ was: ' '.repeat(15), '0': '2' })
      .expect(409);
    expect(await rowOf(draft.id)).toEqual(before);
    expect(await rowOf(full.id)).toMatchObject({ state: 'ready', revision: full.revision });

    for (const role of ['classmate', 'guardianOfClassmate', 'teacher', 'head'] as const) {
      const isFamily = role === 'classmate' || role === 'guardianOfClassmate';
      await as(role)
        .get(bilanPath(published.id))
        .expect(200, isFamily ? /Une partie d(u|e ton) bilan ne peut pas s’afficher/ : missing)
        .expect(200, /Écrit en breton[^]*dépassés[^]*Résultat 3[^]*Atteints[^]*Autre domaine/)
        .expectNot(isFamily ? missing : /ne peut pas s’afficher/)
        .expectNot(/>[^<]*(FRA-RAC|Position \d|Ligne \d)/);
    }
    await as('classmate')
      .get(bilanPath(unlocked.id))
      .expect(200, /Écrit en breton/);
    await head.get(keptPath(unlocked.id, step?.id ?? '')).expect(200, /Écrit en breton/);
    await head.post(restorePath(unlocked.id)).form({}).expect(303);

    const move = { db: db(), from: draft.pupilId, to: published.pupilId };
    await db().transaction(() => movePerson(move, { catalogues: readCatalogues(), clock: livret.host.clock }));
    await head.get(bilanPath(published.id)).expect(200, /Écrit en breton/);
    // Once the file is back, everything is as before.
    await kept().insert([{ catalogue: GONE, content: JSON.stringify({ ...exampleCatalogue, id: GONE }) }]);
    await as('classmate')
      .get(bilanPath(published.id))
      .expect(200, /Langage oral/)
      .expectNot(/ne peut pas s’afficher/);
  });

  test('doctor names those that nobody has any more', async () => {
    const checks: Check[] = [];
    registerCatalogueCheck({ check: (one: Check) => checks.push(one) }, readCatalogues());
    // A school has a hundred thousand bilans, and a check has ten seconds.
    const read = new Set<unknown>();
    const repository: SchoolDatabase['repository'] = (entity) => {
      read.add(entity);
      return db().repository(entity);
    };
    async function* schools(): AsyncGenerator<CheckedSchool> {
      yield { school: { uai: SCHOOL }, db: { ...db(), repository } } as CheckedSchool;
    }
    const run = async () => checks[0]?.run(new AbortController().signal, schools);
    expect(await run()).toMatchObject([{ state: 'good' }, { state: 'good' }]);
    await kept().delete({ catalogue: GONE });
    expect(await run()).toMatchObject([
      { state: 'bad', sentence: expect.stringContaining(`${GONE} (${SCHOOL})`) as string },
      { state: 'good' },
    ]);
    expect([BilanRow, HandedRow].filter((entity) => read.has(entity))).toEqual([]);
  });
});
