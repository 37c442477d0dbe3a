// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { copyFile, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from '../host/infra/database/database-url.js';
import { newId } from '../host/infra/database/new-id.js';
import { connect } from '../host/infra/database/open-database.js';
import { MARIADB_CONNECT_TIMEOUT, onMariadb } from './on-mariadb.js';
import { mariadbAddress } from '../host/infra/database/mariadb-address.js';

/** A database that many tests begin with. */
export interface KeptDatabase {
  /** The name of the content: the same content has the same name in all databases of a run. */
  readonly name: string;
  /** Fills an empty database. */
  make(url: string): Promise<void>;
}

/** The folder in which a run keeps databases: `VOLEE_TEST_TABLES`, if it is set. */
export function folderOfKept(): string | undefined {
  return process.env['VOLEE_TEST_TABLES'];
}

/**
 * Fills an empty database. Making tables and rows takes longer than most tests, so a run makes them once, keeps the result in the folder
 * `VOLEE_TEST_TABLES`, and copies it for all others. Without that folder each database is made anew.
 */
export async function copyKept(url: string, { name, make }: KeptDatabase): Promise<void> {
  const folder = folderOfKept();
  if (folder === undefined) return make(url);
  const { engine } = parseDatabaseUrl(url);
  const { keep, copy } = BY_ENGINE[engine];
  const kept = join(folder, `${name}.${engine}`);
  if (existsSync(kept)) return copy(kept, url);
  await make(url);
  // The file has another name until it is complete: another process of the run may look for it.
  const begun = join(folder, newId());
  await keep(url, begun);
  const isFirst = await link(begun, kept).then(() => true, isThere);
  await rm(begun);
  // Ids are random. When another process was first, all databases of the run must hold the ids of its database.
  if (!isFirst) await copy(kept, url);
}

function isThere(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false;
  throw error;
}

interface Copying {
  keep(url: string, file: string): Promise<void>;
  /** Replaces the content of the database. */
  copy(file: string, url: string): Promise<void>;
}

const sqlite: Copying = {
  keep: (url, file) => onDatabase(url, (dataSource) => dataSource.query('VACUUM INTO ?', [file])),
  copy: async (file, url) => {
    const database = url.slice('sqlite:'.length);
    for (const ending of ['', '-wal', '-shm']) await rm(database + ending, { force: true });
    await copyFile(file, database);
  },
};

const mariadb: Copying = {
  keep: async (url, file) => writeFile(file, await statementsOfMariadb(url)),
  copy: async (file, url) => onMariadb(url, await readFile(file, 'utf8')),
};

const BY_ENGINE = { sqlite, mariadb };

async function onDatabase(url: string, work: (dataSource: DataSource) => Promise<unknown>): Promise<void> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** The statements that make the tables and the rows of a database, with `;` between them. They replace tables of the same names. */
async function statementsOfMariadb(url: string): Promise<string> {
  const { createConnection } = await import('mysql2/promise');
  // Values are read as the server writes them: mysql2 would parse instants, large numbers and JSON.
  const asText = { dateStrings: true, supportBigNumbers: true, bigNumberStrings: true, jsonStrings: true };
  const connection = await createConnection({
    ...mariadbAddress(url),
    ...asText,
    connectTimeout: MARIADB_CONNECT_TIMEOUT,
  });
  const query = async (statement: string): Promise<Record<string, unknown>[]> => {
    const [rows] = await connection.query(statement);
    return rows as Record<string, unknown>[];
  };
  try {
    const statements = ['SET FOREIGN_KEY_CHECKS = 0'];
    for (const table of (await query('SHOW TABLES')).flatMap((row) => Object.values(row) as string[])) {
      const [made] = await query(`SHOW CREATE TABLE ${table}`);
      statements.push(String(made?.['Create Table']).replace(/^CREATE TABLE/, 'CREATE OR REPLACE TABLE'));
      const rows = await query(`SELECT * FROM ${table}`);
      if (rows.length > 0) {
        const values = rows.map((row) => Object.values(row));
        statements.push(connection.format(`INSERT INTO ${table} VALUES ?`, [values]));
      }
    }
    return statements.join(';\n');
  } finally {
    await connection.end();
  }
}
