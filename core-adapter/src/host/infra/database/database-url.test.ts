// SPDX-License-Identifier: EUPL-1.2
import { DataSource } from 'typeorm';
import { SettingsError } from '../util/settings-error.js';
import { parseDatabaseUrl } from './database-url.js';
import { connect } from './open-database.js';
import { sqlite } from '../../../testing/test-databases.js';

test('a file and a server are distinguished', () => {
  expect(parseDatabaseUrl('sqlite:/var/lib/volee/volee.sqlite')).toMatchObject({
    engine: 'sqlite',
    options: { database: '/var/lib/volee/volee.sqlite', enableWAL: true },
  });
  for (const scheme of ['mysql', 'mariadb']) {
    expect(parseDatabaseUrl(`${scheme}://volee:secret@127.0.0.1:3306/volee`)).toMatchObject({
      engine: 'mariadb',
      options: { type: 'mariadb', url: 'mariadb://volee:secret@127.0.0.1:3306/volee', timezone: 'Z' },
    });
  }
});

test('MariaDB is reached by its Unix socket where the address names one', () => {
  const { options } = parseDatabaseUrl('mysql://volee:secret@localhost/volee?socket=/run/mysqld/mysqld.sock');
  expect(options).toMatchObject({
    url: 'mariadb://volee:secret@localhost/volee',
    socketPath: '/run/mysqld/mysqld.sock',
  });
});

test.each(['postgres://volee:secret@127.0.0.1/volee', 'volee.sqlite', 'sqlite:', ''])(
  'another address is refused, without showing the password: %s',
  (url) => {
    expect(() => parseDatabaseUrl(url)).toThrow(SettingsError);
    expect(() => parseDatabaseUrl(url)).toThrow(/^database\.url: (?!.*secret)/);
  },
);

test('SQLite waits for another process and writes ahead', async () => {
  const { url, drop } = await sqlite.fresh();
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  expect(await dataSource.query('PRAGMA busy_timeout')).toEqual([{ timeout: 10_000 }]);
  expect(await dataSource.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  await dataSource.destroy();
  await drop();
});
