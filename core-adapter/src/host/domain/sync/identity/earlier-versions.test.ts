// SPDX-License-Identifier: EUPL-1.2
import { gzipSync } from 'node:zlib';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { migrate } from '../../../infra/database/migrate.js';
import { openDatabase } from '../../../infra/database/open-database.js';
import { AddFirstBirthDates1764028800190 } from '../../directory/add-first-birth-dates.migration.js';
import { AddFirstNames1764028800150 } from '../../directory/add-first-names.migration.js';
import { AddWitnesses1764028800080 } from '../../directory/add-witnesses.migration.js';
import { SyncPlanPartRow } from '../runs/sync-plan-part.entity.js';
import { directoryOwner } from '../testing/database-for-tests.js';
import { person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

describe.each(bothDatabases())('data stored by earlier versions, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  const noe = person('noé.petit', 'pupil', TILLEULS, { givenName: 'Noé', familyName: 'Petit' });

  /** Keys without accents, and no names beside them. */
  async function asEarlier(): Promise<void> {
    await kit.change('noé.petit', { key: 'noe.petit', digest: 'earlier', givenName: null, familyName: null });
  }

  test('a person with an accent in the key stays the same person', async () => {
    await kit.sync(noe);
    const id = await kit.idOf('noé.petit');
    await asEarlier();
    await kit.sync(noe);
    expect(await kit.idOf('noé.petit')).toBe(id);
  });

  test('H2 the files of `noé.petit` do not pass to `noe.petit`, who was left out before', async () => {
    await kit.sync(noe);
    const id = await kit.idOf('noé.petit');
    await asEarlier();
    await kit.sync(noe, person('noe.petit', 'pupil', VAL, { givenName: 'Noe', familyName: 'Petit' }));
    expect(await kit.idOf('noe.petit')).not.toBe(id);
    expect(await kit.idOf('noé.petit')).toBe(id);
  });

  test('H2 a reused key is detected by names, also of an adult that another source named first', async () => {
    const other = `aaf-${kit.number}`;
    const names = { givenName: 'Julie', familyName: 'Martin', displayName: 'Julie Martin' };
    await kit.fixture.sync(other, withSchools(person('x.martin', 'teacher', TILLEULS, names)));
    const id = await kit.fixture.idOf(other, 'x.martin');
    await kit.sync(martin());
    // A decision of then made them one; the migration knows no names of this source.
    await kit.change('j.martin', { personId: id, givenName: null, familyName: null });
    await kit.sync(martin({ givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' }));
    expect(await kit.idOf()).not.toBe(id);
  });

  test('a long key that was given again does not keep the host from being upgraded', async () => {
    const { url, drop } = await kind.fresh();
    try {
      const later: readonly unknown[] = [
        AddWitnesses1764028800080,
        AddFirstNames1764028800150,
        AddFirstBirthDates1764028800190,
      ];
      const migrations = directoryOwner.migrations.filter((one) => !later.includes(one));
      await migrate(url, [{ ...directoryOwner, migrations }]);
      const database = await openDatabase(url, []);
      const key = database.engine === 'sqlite' ? '"key"' : '`key`';
      const id = '01a2192f-b5af-750c-ac2b-0cef281a3b05';
      const then = '2025-01-01 00:00:00';
      await database.dataSource.query(
        'INSERT INTO core_person (id, givenName, familyName, displayName, foldedName, createdAt) ' +
          `VALUES ('${id}', '', '', '', '', '${then}')`,
      );
      await database.dataSource.query(
        `INSERT INTO core_external_id (id, source, ${key}, personId, leftAt) ` +
          `VALUES ('${id}', 'scribe', '${'a'.repeat(150)}#${id}', '${id}', '${then}')`,
      );
      await database.close();
      await migrate(url, [directoryOwner]);
      const after = await openDatabase(url, []);
      const [row] = await after.dataSource.query<{ length: number }[]>(
        `SELECT LENGTH(${key}) AS length FROM core_external_id`,
      );
      await after.close();
      expect(Number(row?.length)).toBeLessThanOrEqual(190);
    } finally {
      await drop();
    }
  });

  test('keys that an earlier version stored without accents are followed', async () => {
    await kit.sync(person('x.re', 'pupil', TILLEULS, { login: 'x.ré' }));
    const id = await kit.idOf('x.re');
    const run = await kit.sync(
      person('x.ré', 'pupil', TILLEULS, { login: 'x.ré', givenName: 'X', familyName: 'Re', displayName: 'X Re' }),
    );
    expect(run.counts?.persons).toMatchObject({ created: 0, disabled: 0 });
    expect(await kit.idOf('x.ré')).toBe(id);
  });

  test('a plan that an earlier version made is shown, and not applied', async () => {
    const { id } = await kit.fixture.plan(kit.source, withSchools(martin()));
    const { manager } = kit.fixture.database.dataSource;
    const { plan: made } = await kit.fixture.syncs.show(id);
    if (!made) throw new Error('there is no plan');
    const { persons, ...plan } = made;
    const { replaced: _, turned: __, ...older } = { ...persons, recycled: [] };
    const content = gzipSync(JSON.stringify({ ...plan, persons: older, digests: {} })).toString('base64');
    await manager.delete(SyncPlanPartRow, { runId: id });
    await manager.insert(SyncPlanPartRow, { runId: id, part: 0, content });
    expect((await kit.fixture.syncs.show(id)).plan?.persons.created).toHaveLength(2);
    await expect(kit.fixture.syncs.apply(id)).rejects.toThrow('An earlier version of Volée made the plan');
  });
});
