// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../testing/test-databases.js';
import { drift, migrate, rollback } from '../../infra/database/migrate.js';
import { openDatabase } from '../../infra/database/open-database.js';
import { directoryOwner } from './testing/database-for-tests.js';

describe.each(bothDatabases())('tables of the directory and its syncs on $name', ({ fresh }) => {
  test('P9 go up without drift, down without a trace, and up again', async () => {
    const { url, drop } = await fresh();
    try {
      expect(await migrate(url, [directoryOwner])).toEqual([
        {
          owner: 'core',
          names: [
            'CreateDirectory1764028800000',
            'CreateSync1764028800001',
            'AddMarks1764028800021',
            'AddPupilNumbers1764028800030',
            'AddWatches1764028800031',
            'AddChanges1764028800032',
            'CreateHomonyms1764028800050',
            'AddFormerLogins1764028800061',
            'AddWitnesses1764028800080',
            'CreateFormerMemberships1764028800081',
            'CreateStandIns1764028800110',
            'AddFirstNames1764028800150',
            'AddFirstBirthDates1764028800190',
            'IndexFormerMemberships1764028800210',
            'AddLeftAt1764028800240',
            'AddDigests1764028800260',
            'IndexAttachments1764028800270',
            'CreateClassJoins1764028800280',
            'AddFormerVia1764028800290',
            'AddNamedAt1764028800310',
            'AddWords1764028801138',
          ],
        },
      ]);
      expect(await drift(url, [directoryOwner])).toEqual([]);
      await rollback(url, directoryOwner);
      expect(await coreTables(url)).toEqual(['core_migrations']);
      await migrate(url, [directoryOwner]);
      expect(await drift(url, [directoryOwner])).toEqual([]);
    } finally {
      await drop();
    }
  });
});

async function coreTables(url: string): Promise<string[]> {
  const database = await openDatabase(url, []);
  try {
    const query =
      database.engine === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'core_%'"
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
    const rows: { name: string }[] = await database.dataSource.query(query);
    return rows.map(({ name }) => name);
  } finally {
    await database.close();
  }
}
