// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import { bothDatabases, onceInQuickRun, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { ConflictError } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { columnsOf, emptyContent } from '../../domain/bilan/content.js';
import { exampleBilan, exampleCatalogue } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import {
  BEGIN_PATH,
  bilanPath,
  BOARD_PATH,
  boardClassPath,
  changesPath,
  gridPath,
  HAND_OVER_PATH,
  linesPath,
  PERIODS_PATH,
  signPath,
  unlockPath,
} from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { noteTrace } from '../../domain/trace/note-trace.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { savePeriods } from '../../domain/periods/save-periods.js';

interface Connection {
  query(sql: string, done: () => void): void;
}

const TERMS = {
  rhythm: 'T',
  ...{ startsOn1: '2026-09-01', endsOn1: '2026-11-30', dueOn1: '2026-12-04' },
  ...{ startsOn2: '2026-12-01', endsOn2: '2027-03-12', dueOn2: '2027-03-12' },
  ...{ startsOn3: '2027-03-13', endsOn3: '2027-07-02', dueOn3: '2027-06-25' },
};

const HALVES = {
  rhythm: 'S',
  ...{ startsOn1: '2026-09-01', endsOn1: '2027-01-31', dueOn1: '2027-01-31' },
  ...{ startsOn2: '2027-02-01', endsOn2: '2027-07-02', dueOn2: '2027-07-02' },
};

const started = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('the periods of a school on $name', ({ name, host, tables }) => {
  const testOnce = onceInQuickRun({ name });
  const db = tables(SCHOOL);

  testOnce('a head chooses days; wrong ones stay as typed, with a sentence beside each', async () => {
    await host
      .as('head')
      .get(PERIODS_PATH)
      .expect(200, /3 trimestres[^]*Choisi[^]*2 semestres[^]*2026-12-05/);
    await host
      .as('head')
      .get(`${PERIODS_PATH}?rhythm=P5`)
      .expect(200, /Période 5/);
    const wrong = {
      ...TERMS,
      ...{ endsOn1: '2026-08-20', startsOn2: '2026-08-15', dueOn2: 'demain', endsOn3: '2027-08-01', dueOn3: '' },
    };
    const page = await host
      .as('head')
      .post(PERIODS_PATH)
      .form(wrong)
      .expect(400, /5 dates sont à corriger/);
    for (const [name, sentence] of [
      ['endsOn1', 'La période finit avant de commencer'],
      ['startsOn2', 'La période d’avant n’est pas finie'],
      ['dueOn2', 'Ce jour n’existe pas'],
      ['endsOn3', 'du 1er août 2026 au 31 juillet 2027'],
      ['dueOn3', 'Choisissez un jour.'],
    ]) {
      expect(page.text).toMatch(new RegExp(`id="field-${String(name)}-error"[^]{0,400}${String(sentence)}`));
    }
    expect(page.text).toContain('value="demain"');
    expect(await periodsOf(db, 2026)).toEqual([]);

    await host.as('head').post(PERIODS_PATH).form(TERMS).expect(303);
    expect(await periodsOf(db, 2026)).toMatchObject([
      { period: 1, rhythm: 'T', count: 3, endsOn: '2026-11-30' },
      { period: 2 },
      { period: 3, dueOn: '2027-06-25' },
    ]);
  });

  testOnce('the first day of a period follows the end of the one before, unless it is typed as well', async () => {
    const head = host.as('head');
    await head.post(PERIODS_PATH).form(TERMS).expect(303);
    const later = { ...TERMS, endsOn1: '2026-12-11', dueOn1: '2026-12-11' };
    await head.post(PERIODS_PATH).form(later).expect(303);
    expect(await periodsOf(db, 2026)).toMatchObject([{ endsOn: '2026-12-11' }, { startsOn: '2026-12-12' }, {}]);
    const apart = { ...later, endsOn1: '2026-12-18', startsOn2: '2027-01-04' };
    await head.post(PERIODS_PATH).form(apart).expect(303);
    // Holidays lie between both: the first day stays.
    await head
      .post(PERIODS_PATH)
      .form({ ...apart, endsOn1: '2026-12-17' })
      .expect(303);
    expect(await periodsOf(db, 2026)).toMatchObject([{ endsOn: '2026-12-17' }, { startsOn: '2027-01-04' }, {}]);
    await head.post(PERIODS_PATH).form(TERMS).expect(303);
    const never = { ...TERMS, endsOn1: '9999-12-31', dueOn2: '9999-12-31' };
    await head
      .post(PERIODS_PATH)
      .form(never)
      .expect(400, /value="9999-12-31"/);
  });

  test('opening a period gives each pupil of the school a draft, once; the rhythm stays once somebody has written', async () => {
    for (const form of [{ ...TERMS, open: '1' }, { open: '1' }]) {
      await host.as('head').post(PERIODS_PATH).form(form).expect(303);
    }
    const bilans = await db.repository(BilanRow).find();
    expect(bilans).toHaveLength(3);
    expect(bilans.every(({ state, period }) => state === 'draft' && period === 1)).toBe(true);
    await host
      .as('head')
      .get(PERIODS_PATH)
      .expect(200, /2 semestres[^]*3 bilans ouverts/);
    await host.as('head').post(PERIODS_PATH).form(HALVES).expect(303);
    expect(await periodsOf(db, 2026)).toHaveLength(2);
    expect(await db.repository(BilanRow).count()).toBe(0);
    await host
      .as('head')
      .post(PERIODS_PATH)
      .form({ ...TERMS, open: '1' })
      .expect(303);

    await db.repository(BilanRow).update({ year: 2026, period: 1 }, { general: 'Un bon début.' });
    await host
      .as('head')
      .get(PERIODS_PATH)
      .expect(200)
      .expectNot(/2 semestres/);
    await host
      .as('head')
      .post(PERIODS_PATH)
      .form(HALVES)
      .expect(409, /déjà commencés dans un autre rythme/);
    expect(await periodsOf(db, 2026)).toHaveLength(3);
    await host.as('head').post(PERIODS_PATH).form({ open: '7' }).expect(303);
    expect(await db.repository(BilanRow).count({ where: { period: 7 } })).toBe(0);
  });

  testOnce('an opening is undone until somebody has written in a bilan, or signed one', async () => {
    const [bilans, head] = [db.repository(BilanRow), host.as('head')];
    const close = async (sentence: RegExp): Promise<void> => {
      await head.post(PERIODS_PATH).form({ close: '1' }).expect(303);
      await head.get(PERIODS_PATH).expect(200, sentence);
    };
    await bilans.delete({});
    await head.post(PERIODS_PATH).form({ open: '2' }).expect(303);
    await head.post(PERIODS_PATH).form({ open: '1' }).expect(303);
    await head.get(BOARD_PATH).expect(200, /C’est ouvert[^]*name="close" value="1"[^]*Annuler/);
    await close(/La période n’est plus ouverte/);
    expect(await bilans.count({ where: { period: 1 } })).toBe(0);
    expect(await bilans.count({ where: { period: 2 } })).toBe(3);
    for (const written of [{ revision: 2 }, { revision: 1, state: 'signed' as const }]) {
      await head.post(PERIODS_PATH).form({ open: '1' }).expect(303);
      const pupilId = await host.ids.person('pupil');
      await bilans.update({ period: 1, pupilId }, written);
      await close(/la période reste ouverte/);
      expect(await bilans.count({ where: { period: 1 } })).toBe(3);
    }
    await bilans.delete({});
  });

  test('X8 a bilan that was published or signed counts as begun, also once it is open again and empty', async () => {
    const [bilans, head] = [db.repository(BilanRow), host.as('head')];
    await bilans.delete({});
    const about = { db, groupId: host.ids.cm1, pupilId: await host.ids.person('pupil'), marker: 'Lu en novembre' };
    const { id } = await exampleBilan(about, 'published');
    await head.post(unlockPath(id)).form({ word: 'Une coquille', text: 'stays' }).expect(303);
    const empty = columnsOf(emptyContent(exampleCatalogue));
    await bilans.update({ id }, empty);
    await head
      .get(PERIODS_PATH)
      .expect(200)
      .expectNot(/2 semestres/);
    await head.post(PERIODS_PATH).form(HALVES).expect(409);
    await host
      .as('pupil')
      .get(bilanPath(id))
      .expect(200, /Lu en novembre/);

    await bilans.delete({});
    const bilan = await exampleBilan(about, 'draft');
    await bilans.update({ id: bilan.id }, empty);
    const { clock, ids } = host;
    const note = async (what: 'read' | 'signed') =>
      noteTrace(
        { db, school: { timeZone: 'Europe/Paris' } },
        { bilan, what, at: clock.now(), person: { id: await ids.person('teacher'), displayName: 'Paul Droz' } },
      );
    await note('signed');
    await head.post(PERIODS_PATH).form(HALVES).expect(409);
    // Opening an empty draft does not count as a step.
    await db.repository(TraceRow).delete({ bilanId: bilan.id });
    await note('read');
    await head.post(PERIODS_PATH).form(HALVES).expect(303);
    await head.post(PERIODS_PATH).form(TERMS).expect(303);
  });

  test('of a cell and another rhythm at the same time, one is refused, and no cell that was stored goes', async () => {
    // MariaDB before 11.6 has no snapshot isolation, which would refuse to delete what changed.
    const { driver } = host.host.database.dataSource;
    const { pool } = driver as { readonly pool?: { on(event: 'acquire', listener: (one: Connection) => void): void } };
    pool?.on('acquire', (one) => one.query('SET SESSION innodb_snapshot_isolation = OFF', () => undefined));
    await db.repository(BilanRow).delete({});
    await host
      .as('head')
      .post(PERIODS_PATH)
      .form({ ...TERMS, open: '1' })
      .expect(303);
    const pupilId = await host.ids.person('pupil');
    const draft = await db.repository(BilanRow).findOne({ where: { pupilId } });
    // The write runs outside of the head's transaction.
    const write = AsyncResource.bind(async () => {
      const form = { cell: 'general', was: '', now: 'Un bon début.' };
      return host
        .as('teacher')
        .post(changesPath(draft?.id ?? ''))
        .form(form);
    });
    const audit = (async (_action, _subject, work) => (await work?.())?.result) as LivretRequest['audit'];
    let writing: Promise<{ readonly status: number }> | undefined;
    const query: typeof db.query = async (...asked) => {
      const found = await db.query(...asked);
      writing = write();
      // On SQLite, the change waits until the rhythm is saved.
      if (name === 'MariaDB') await writing;
      return found;
    };
    const saving = db.transaction(() => savePeriods('S', [], { db: { ...db, query }, audit, schoolYear: 2026 }));
    if (name === 'MariaDB') await expect(saving).rejects.toThrow(ConflictError);
    else await saving;
    const isStored = (await writing)?.status === 200;
    expect(isStored).toBe(name === 'MariaDB');
    expect(await db.repository(BilanRow).count({ where: { general: 'Un bon début.' } })).toBe(isStored ? 1 : 0);
    await db.repository(BilanRow).delete({});
    await host.as('head').post(PERIODS_PATH).form(TERMS).expect(303);
  });

  testOnce('T3, T8: periods are the head’s; a teacher begins the current one in a class of theirs', async () => {
    const { cm1 } = host.ids;
    await host.as('teacher').post(BEGIN_PATH).form({ groupId: cm1 }).expect(303);
    await host.as('teacherOfOtherClass').post(BEGIN_PATH).form({ groupId: cm1 }).expect(404);
    for (const role of ['teacher', 'staff', 'guardian', 'pupil'] as const) {
      await host.as(role).get(PERIODS_PATH).expect(403);
      await host.as(role).post(PERIODS_PATH).form({ open: '1' }).expect(403);
    }
    await host.as('headOfOtherSchool').get(PERIODS_PATH, { school: SCHOOL }).expect(404);
  });

  testOnce('a collège writes no bilans: it has no periods, and none begins there', async () => {
    const { sixthA } = host.ids;
    const there = tables(OTHER_SCHOOL);
    for (const path of [PERIODS_PATH, BOARD_PATH, HAND_OVER_PATH, boardClassPath(sixthA, 1)]) {
      await host.as('headOfOtherSchool').get(path).expect(404);
    }
    await host
      .as('headOfOtherSchool')
      .post(PERIODS_PATH)
      .form({ ...TERMS, open: '1' })
      .expect(404);
    await host.as('teacherOfOtherSchool').post(BEGIN_PATH).form({ groupId: sixthA }).expect(404);
    expect(await periodsOf(there, 2026)).toEqual([]);
    for (const path of [gridPath(sixthA, 1), linesPath(sixthA, 1), signPath(sixthA, 1)]) {
      await host.as('teacherOfOtherSchool').get(path).expect(404);
    }
    expect(await there.repository(BilanRow).count()).toBe(0);
  });
});
