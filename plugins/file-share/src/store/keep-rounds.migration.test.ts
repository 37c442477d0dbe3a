// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '@volee/core-adapter/testing';
import type { QueryRunner } from 'typeorm';
import { startParts, type PartsForTests } from '../testing/start/parts-for-tests.js';
import { KeepRounds1796342400001 } from './keep-rounds.migration.js';
import { WorkPupilRow } from './work-pupil.entity.js';
import { WorkRoundRow } from './work-round.entity.js';

describe.each(bothDatabases())('the migration that keeps what was given back on $name', (database) => {
  let parts: PartsForTests;
  let runner: QueryRunner;
  const started = startParts(database);
  beforeAll(async () => {
    parts = await started;
    runner = parts.host.host.database.dataSource.createQueryRunner();
  });
  afterAll(() => runner.release());
  const migration = new KeepRounds1796342400001();

  async function columns(): Promise<string[]> {
    const tables = await Promise.all(['pupil', 'round'].map((name) => runner.getTable(`file_share_work_${name}`)));
    return tables.flatMap((table) =>
      [...(table?.columns ?? []), ...(table?.indices ?? [])].map(({ name }) => name ?? ''),
    );
  }

  test('up runs again after a crash in the middle, and the last answer of each part is kept', async () => {
    const { tools, give, act, rowOf, giveBack } = parts;
    const [given, again, begun] = [await give(), await give(), await give()];
    for (const work of [given, again, begun]) {
      await act(work, 'start').expect(303);
      await act(work, 'handIn', { word: 'Voilà' }).expect(303);
    }
    await giveBack(given, 'corrected', 'Bravo');
    await giveBack(again, 'again', 'Relis');
    await act(again, 'handIn', { word: 'Encore' }).expect(303);
    await act(begun, 'takeBack').expect(303);
    const complete = await columns();
    await migration.down(runner);
    expect((await columns()).length).toBeLessThan(complete.length);
    const states = await runner.query('SELECT state FROM file_share_work_pupil ORDER BY state');
    expect(states).toMatchObject([{ state: 'corrected' }, { state: 'handedIn' }, { state: 'started' }]);
    await migration.up(runner);
    await migration.up(runner);
    expect((await columns()).sort()).toEqual(complete.sort());
    const rounds = tools.db.repository(WorkRoundRow);
    expect(await rounds.find({ order: { answer: 'ASC' } })).toMatchObject([
      { workId: given.id, partId: (await rowOf(given)).id, state: 'corrected', word: 'Voilà', answer: 'Bravo' },
      { workId: again.id, partId: (await rowOf(again)).id, state: 'again', word: '', answer: 'Relis' },
    ]);
    expect(await tools.db.repository(WorkPupilRow).find({ where: { workId: begun.id } })).toMatchObject([
      { state: 'started', handedInAt: null, takenBackAt: null },
    ]);
  });
});
