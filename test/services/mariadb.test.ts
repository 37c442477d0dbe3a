// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

import { createConnection, type RowDataPacket } from 'mysql2/promise';

import { describeWith } from './describe-with.js';
import { portAnswers } from './free-port.js';
import { createDatabase, dropDatabase, startMariadb, type MariadbServer } from './mariadb.js';

describeWith(['mariadb'], 'a MariaDB of our own', () => {
  let server: MariadbServer;

  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(() => server.stop());

  test('a new database compares bytes and does not pad', async () => {
    const connection = await createConnection(await createDatabase(server, 'nopad'));
    await connection.query('CREATE TABLE word (text VARCHAR(20) PRIMARY KEY)');
    await connection.query("INSERT INTO word VALUES ('été'), ('ÉTÉ'), ('été ')");
    const [rows] = await connection.query<RowDataPacket[]>("SELECT text FROM word WHERE text = 'été'");
    await connection.end();

    expect(rows).toEqual([{ text: 'été' }]);
  });

  test('a dropped database is gone', async () => {
    const url = await createDatabase(server, 'short_life');
    await dropDatabase(server, 'short_life');

    await expect(createConnection(url)).rejects.toThrow("Unknown database 'short_life'");
  });

  test('a name is never a statement', async () => {
    await expect(createDatabase(server, 'a`; DROP DATABASE mysql; --')).rejects.toThrow('not a database name');
  });
});

describeWith(['mariadb'], 'the end of a MariaDB', () => {
  test('stop() frees the port and leaves no folder; twice is harmless', async () => {
    const server = await startMariadb();
    expect(await portAnswers(server.port)).toBe(true);

    await server.stop();
    await server.stop();

    expect(await portAnswers(server.port)).toBe(false);
    expect(existsSync(dirname(server.socket))).toBe(false);
  });

  test('an option that does not exist is told in the words of the server', async () => {
    await expect(startMariadb({ options: ['--no-such-option'] })).rejects.toThrow(/no-such-option/);
  });
});
