// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from 'node:fs';

import { bootHost, coreOwner, createLog, drift, loadSettings, migrate, rollback } from '@volee/core-adapter/host';
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { writeCliSettings } from './cli-settings.js';

const { id, entities, migrations } = fileShare.manifest;
const owner = { id, entities, migrations };
const [create, forget] = [migrations.slice(0, 1), migrations.slice(1, 2)];

describe.each(testDatabases())('files that were there before who added them could be forgotten, on $name', (kind) => {
  test('stay as they are, up and down, and one without a name has an empty one again', async () => {
    const { url, drop } = await kind.fresh();
    const { file, folder } = writeCliSettings({}, { database: { url } });
    await migrate(url, [coreOwner, { ...owner, migrations: create }]);
    const host = await bootHost({ settings: loadSettings(file, {}), bricks: [], log: createLog('silent') });
    const { dataSource } = host.database;
    const rows = (): Promise<object[]> => dataSource.query('SELECT id, addedBy, name FROM file_share_file ORDER BY id');
    const insert = (row: string, addedBy: string): Promise<unknown> =>
      dataSource.query(
        `INSERT INTO file_share_file (id, school, addedBy, name, bytes, storageKey, sha256, addedAt)
         VALUES ('${row}', '${SCHOOL}', ${addedBy}, 'Éruption.mp4', 5000000001, 'ab/key', 'f', '2026-11-24 10:00:00.123')`,
      );
    try {
      await insert('one', "'claire'");
      await migrate(url, [coreOwner, owner]);
      expect(await drift(url, [coreOwner, owner])).toEqual([]);
      await insert('two', 'NULL');
      expect(await rows()).toEqual([
        { id: 'one', addedBy: 'claire', name: 'Éruption.mp4' },
        { id: 'two', addedBy: null, name: 'Éruption.mp4' },
      ]);
      await rollback(url, { ...owner, migrations: forget });
      expect(await rows()).toMatchObject([{ addedBy: 'claire' }, { addedBy: '' }]);
    } finally {
      await host.stop();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
