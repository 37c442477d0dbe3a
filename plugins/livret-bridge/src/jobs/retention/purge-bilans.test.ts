// SPDX-License-Identifier: EUPL-1.2
import type { Check, CheckedSchool } from '@volee/core-adapter';
import { OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { ElementRow } from '../../store/element.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { registerCatalogueCheck } from '../catalogue/check-catalogues.js';
import { purgeBilans } from './purge-bilans.js';

const catalogues = readCatalogues();

describe.each(testDatabases())('what is no longer kept on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });

  test('elements of earlier school years go, and those of this one stay', async () => {
    const db = livret.tables(SCHOOL);
    const element = { level: 'CM2', domain: 'FRA-RAC', label: 'Les contes' };
    await db.repository(ElementRow).insert([2025, 2026].map((year) => ({ ...element, year })));
    await purgeBilans({ catalogues, db, schoolYear: 2026, clock: livret.host.clock }, new AbortController().signal);
    expect((await db.repository(ElementRow).find()).map(({ year }) => year)).toEqual([2026]);
  });

  test('the bilans of a pupil that repeats CE2 stay until a year after the cycle has ended, and go together', async () => {
    const db = livret.tables(SCHOOL);
    const rows = db.repository(BilanRow);
    const pupilId = await livret.host.ids.person('pupil');
    for (const [level, year] of [
      ['CE1', 2024],
      ['CE2', 2025],
      ['CE2', 2026],
    ] as const) {
      const about = { db, pupilId, groupId: livret.host.ids.cm1, marker: level };
      const { id } = await exampleBilan(about, year === 2026 ? 'draft' : 'published');
      await rows.update({ id }, { level, year });
    }
    const left: number[] = [];
    for (const schoolYear of [2027, 2028]) {
      await purgeBilans({ catalogues, db, schoolYear, clock: livret.host.clock }, new AbortController().signal);
      left.push(await rows.count({ where: { pupilId } }));
    }
    expect(left).toEqual([3, 0]);
  });

  test('doctor names a level of bilans of which no catalogue tells the end of the cycle', async () => {
    const db = livret.tables(SCHOOL);
    const checks: Check[] = [];
    registerCatalogueCheck({ check: (one: Check) => checks.push(one) }, catalogues);
    async function* schools(): AsyncGenerator<CheckedSchool> {
      yield { school: { uai: SCHOOL }, db } as CheckedSchool;
    }
    const run = async () => checks[0]?.run(new AbortController().signal, schools);
    expect(await run()).toMatchObject([{ state: 'good' }, { state: 'good' }]);
    const about = { db, pupilId: await livret.host.ids.person('pupil'), groupId: livret.host.ids.cm1, marker: 'x' };
    const { id } = await exampleBilan(about, 'draft');
    await db.repository(BilanRow).update({ id }, { level: 'STI2D', year: 2022 });
    expect(await run()).toMatchObject([
      { state: 'good' },
      { state: 'warn', sentence: expect.stringContaining(`3 years after their own: STI2D (${SCHOOL})`) as string },
    ]);
    for (const schoolYear of [2025, 2026]) {
      await purgeBilans({ catalogues, db, schoolYear, clock: livret.host.clock }, new AbortController().signal);
      expect(await db.repository(BilanRow).count({ where: { id } })).toBe(schoolYear === 2025 ? 1 : 0);
    }
  });

  test('a copy of another school goes when its time is over, unless it is handed over again while the night looks', async () => {
    const db = livret.tables(SCHOOL);
    const { clock } = livret.host;
    const copies = db.repository(HandedRow);
    const common = { fromSchool: OTHER_SCHOOL, fromName: 'École', revision: 1, year: 2023, period: 1, catalogue: 'c' };
    const due = { positions: '', content: '{}', receivedAt: clock.now(), until: clock.now() };
    await copies.insert(['a', 'b'].map((pupilId) => ({ ...common, ...due, pupilId, key: 'k' })));
    const transaction: typeof db.transaction = async (work) => {
      await copies.update({ pupilId: 'b' }, { until: new Date(clock.now().getTime() + 1_000) });
      return db.transaction(work);
    };
    await purgeBilans(
      { catalogues, db: { ...db, transaction }, schoolYear: 2026, clock },
      new AbortController().signal,
    );
    expect((await copies.find()).map(({ pupilId }) => pupilId)).toEqual(['b']);
  });

  test('P17 a night under a clock of 2038 deletes no copy of another school, and publishes nothing that was planned', async () => {
    const { host, tables } = livret;
    const right = host.clock.now();
    const copies = tables(SCHOOL).repository(HandedRow);
    const common = { fromSchool: OTHER_SCHOOL, fromName: 'École', revision: 1, year: 2026, period: 1, catalogue: 'c' };
    const until = new Date(right.getTime() + 86_400_000);
    await copies.insert([
      { ...common, positions: '', content: '{}', receivedAt: right, until, pupilId: 'c', key: 'k' },
    ]);
    await host.runJobs();
    host.clock.set('2038-01-19T03:14:07Z');
    const ran = (await host.host.jobs.runDue({ isClockSure: false })).map(({ name }) => name);
    for (const waits of ['publish', 'restore-publications', 'purge-bilans']) expect(ran).not.toContain(waits);
    expect(ran).toContain('keep-comparisons');
    host.clock.set(right);
    expect(await copies.count({ where: { pupilId: 'c' } })).toBe(1);
  });
});
