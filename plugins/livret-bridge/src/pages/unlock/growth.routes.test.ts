// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { hashOfRow } from '../../domain/bilan/hash-of-row.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { keepMissingComparisons } from '../../domain/life/keep-comparisons.js';
import { exportPerson } from '../../jobs/personal-data/export-person.js';
import { movePerson } from '../../jobs/personal-data/move-person.js';
import { purgeBilans } from '../../jobs/retention/purge-bilans.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { bilanPath, restorePath, unlockPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { KeepComparisons1796515200000 } from '../../store/keep-comparisons.migration.js';
import { TraceRow } from '../../store/trace.entity.js';

describe.each(bothDatabases())('what a child has grown in on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, now: new Date('2026-12-10T10:00:00Z') });
  beforeAll(async () => {
    livret = await started;
  });

  const as = (role: Role) => livret.host.as(role);
  const bilans = () => livret.tables(SCHOOL).repository(BilanRow);
  const rowOf = async (id: string): Promise<BilanRow | undefined> => bilans().findOne({ where: { id } });

  const unlock = (id: string, text: 'stays' | 'goes') =>
    as('head').post(unlockPath(id)).form({ word: 'Une coquille', text }).expect(303);

  /** Two bilans of the pupil: in the second one, three lines of « Nombres et calcul » went from 2 to 3. */
  async function pairOfBilans(): Promise<readonly [BilanRow, BilanRow]> {
    const pupilId = await livret.host.ids.person('pupil');
    await bilans().delete({ pupilId });
    const about = { db: livret.tables(SCHOOL), pupilId, groupId: livret.host.ids.cm1 };
    const first = await exampleBilan({ ...about, marker: 'Premier' }, 'published');
    await as('pupil').get(bilanPath(first.id)).expect(200);
    const second = await exampleBilan({ ...about, marker: 'Deuxième' }, 'published');
    const positions = [...first.positions].map((one, index) => (index >= 4 && index <= 6 ? '2' : one)).join('');
    await bilans().update({ id: first.id }, { positions, sha256: hashOfRow({ ...first, positions }) });
    return [{ ...first, positions }, second];
  }
  const GREW = /Tes points forts[^]*Tu calcules très bien[^]*En période 1, tu avais 2 briques\. Maintenant, 3\./;
  async function expectGrew({ id }: BilanRow): Promise<void> {
    await as('pupil').get(bilanPath(id)).expect(200, GREW);
    await as('guardian')
      .get(bilanPath(id))
      .expect(200, /Atteints\. En progrès/);
  }

  test('X8 what a child has grown in stays, whatever becomes of the bilan before', async () => {
    const work = { catalogues: readCatalogues(), db: livret.tables(SCHOOL), clock: livret.host.clock };
    const { signal } = new AbortController();
    const restored = (id: string) => as('head').post(restorePath(id)).form({}).expect(303);
    const ways: Record<string, (first: BilanRow, second: BilanRow) => PromiseLike<unknown>> = {
      corrected: ({ id }) => unlock(id, 'stays'),
      async 'corrected, and what was published before this was kept'(first, second) {
        await bilans().update({ id: second.id }, { compared: null });
        await unlock(first.id, 'stays');
        await keepMissingComparisons(work, signal);
        await bilans().delete({ id: first.id });
      },
      withdrawn: ({ id }) => unlock(id, 'goes'),
      async ended(first) {
        await bilans().update({ id: first.id }, { level: 'CE2', year: 2023 });
        await purgeBilans({ ...work, schoolYear: 2026 }, signal);
        expect(await rowOf(first.id)).toBeUndefined();
      },
      async merged(first) {
        const from = await livret.host.ids.person('classmate');
        const twin = { db: work.db, pupilId: from, groupId: livret.host.ids.cm1, marker: 'Jumeau' };
        await bilans().delete({ pupilId: from });
        const { id } = await exampleBilan(twin, 'published');
        await bilans().update({ id }, { publishedAt: livret.host.clock.now() });
        await as('classmate').get(bilanPath(id)).expect(200);
        await work.db.repository(TraceRow).delete({ bilanId: first.id });
        await work.db.transaction(() => movePerson({ db: work.db, from, to: first.pupilId }, work));
        expect(await rowOf(first.id)).toBeUndefined();
      },
      async 'withdrawn, and the second one is corrected'(first, second) {
        await unlock(second.id, 'stays');
        await unlock(first.id, 'goes');
        await expectGrew(second);
        const own = JSON.stringify(await exportPerson({ db: work.db, personId: first.pupilId }, work.catalogues));
        expect(own).toMatch(
          /"before":{"year":2026,"period":1,[^}]*"positions":\[{"line":"Langage oral","position":"Atteints"/,
        );
        await restored(second.id);
      },
    };
    for (const change of Object.values(ways)) {
      const [first, second] = await pairOfBilans();
      await keepMissingComparisons(work, signal);
      await expectGrew(second);
      await change(first, second);
      await expectGrew(second);
    }
  });

  test('P9 the column that keeps comparisons is made again after a crash in the middle', async () => {
    const runner = livret.host.host.database.dataSource.createQueryRunner();
    const migration = new KeepComparisons1796515200000();
    for (const step of ['down', 'down', 'up', 'up'] as const) await migration[step](runner);
    expect(await runner.hasColumn('livret_bridge_bilan', 'compared')).toBe(true);
    await runner.release();
  });
});
