// SPDX-License-Identifier: EUPL-1.2
import { makeTables } from '../../../testing/make-tables.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../core-schema.js';
import { checkDatabase } from './check-database.js';

describe.each(bothDatabases())('doctor asks the database on $name', ({ fresh, name }) => {
  test('it answers, by its Unix socket where it has one', async () => {
    const { url, drop } = await fresh();
    await makeTables(url, [coreSchema]);

    const found = await checkDatabase(url, [coreSchema]);

    expect(found.map(({ state }) => state)).toEqual(['good', 'good']);
    if (name === 'MariaDB') {
      expect(url).toMatch(/\?socket=/);
      expect(found[0]?.sentence).toMatch(/MariaDB.*answers, and compares texts by utf8mb4_nopad_bin/);
    }
    await drop();
  });
});

test('a Unix socket that is not there is named, and the password is not', async () => {
  const attempt = checkDatabase('mysql://volee:secret@localhost/volee?socket=/nowhere/mysqld.sock', [coreSchema]);

  await expect(attempt).rejects.toMatchObject({
    message: expect.stringMatching(/^The database does not answer \(connect ENOENT \/nowhere\/mysqld\.sock\)\.$/),
    remedy: 'Check database.url and that its server runs.',
  });
});
