// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import libsql from 'libsql';
import type { DataSourceOptions } from 'typeorm';
import { SettingsError } from '../util/settings-error.js';
import { mariadbAddress } from './mariadb-address.js';

export type Engine = 'sqlite' | 'mariadb';

export interface DatabaseAddress {
  readonly engine: Engine;
  /** TypeORM's options for the connection; the caller adds entities and migrations. */
  readonly options: DataSourceOptions;
}

const require = createRequire(import.meta.url);

/** The time that a migration waits for the write lock of another process on SQLite, in milliseconds; `openDatabase` shortens it. */
const BUSY_TIMEOUT = 10_000;

/** The number of statements that SQLite keeps prepared: all those of a host with its bricks. TypeORM keeps 100 unless told, the newest ones. */
const PREPARED = 500;

/** The time limit for connecting to MariaDB, in milliseconds. */
const CONNECT_TIMEOUT = 5_000;

/** TypeORM's messages about migrations would mix with the answers of commands; `DEBUG=typeorm:*` shows them. */
const logger = 'debug';

/**
 * Reads `database.url`: `sqlite:/path/to/file` or `mysql://user:password@host:port/name` (also `mariadb://`), with `?socket=/path`
 * for a Unix socket.
 * @throws SettingsError
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (url.startsWith('sqlite:')) {
    const database = url.slice('sqlite:'.length);
    if (database === '')
      throw new SettingsError(['database.url: name a file, for example sqlite:/var/lib/volee/volee.sqlite']);
    return {
      engine: 'sqlite',
      // libsql answers to the interface of better-sqlite3 and ships its binary in the package (ADR 0004).
      options: {
        ...{ type: 'better-sqlite3', driver: libsql, prepareDatabase: rememberReaders, database, enableWAL: true },
        ...{ timeout: BUSY_TIMEOUT, statementCacheSize: PREPARED, logger },
      },
    };
  }
  if (/^(mysql|mariadb):/.test(url)) {
    const { uri, socketPath } = mariadbAddress(url);
    return {
      engine: 'mariadb',
      options: {
        type: 'mariadb',
        // Loaded only when used: loading takes as long as all of express.
        driver: require('mysql2') as unknown,
        url: uri.replace(/^mysql:/, 'mariadb:'),
        ...(socketPath !== undefined && { socketPath }),
        timezone: 'Z',
        charset: 'utf8mb4',
        connectTimeout: CONNECT_TIMEOUT,
        logger,
      },
    };
  }
  throw new SettingsError([
    `database.url: "${url.split(':')[0] ?? ''}:" is not known; use sqlite:/path or mysql://user:password@host/name`,
  ]);
}

type Connection = InstanceType<typeof libsql>;

/**
 * Lets each statement of a connection know whether it returns rows. TypeORM asks at each query, and libsql answers in as much time as a short
 * query takes; the answer never changes.
 */
function rememberReaders(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const remembering = (sql: string): ReturnType<typeof prepare> => {
    const statement = prepare(sql);
    return Object.defineProperty(statement, 'reader', { value: statement.reader });
  };
  connection.prepare = remembering as Connection['prepare'];
}
