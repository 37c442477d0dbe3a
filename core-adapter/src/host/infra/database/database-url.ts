// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import libsql from 'libsql';
import type { DataSourceOptions } from 'typeorm';
import { SettingsError } from '../../../api/errors.js';

export type Engine = 'sqlite' | 'mariadb';

export interface DatabaseAddress {
  readonly engine: Engine;
  /** What TypeORM needs to connect; entities and migrations are added by whoever opens it. */
  readonly options: DataSourceOptions;
}

const require = createRequire(import.meta.url);

/** How long a migration waits for another process's write lock on SQLite, in milliseconds; `openDatabase` shortens it. */
const BUSY_TIMEOUT = 10_000;

/** How long MariaDB may take to let a connection in, in milliseconds. */
const CONNECT_TIMEOUT = 5_000;

/** What TypeORM prints about migrations would land in the answers of commands; `DEBUG=typeorm:*` shows it. */
const logger = 'debug';

/**
 * Reads `database.url`: `sqlite:/path/to/file` or `mysql://user:password@host:port/name` (also `mariadb://`).
 * @throws SettingsError
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (url.startsWith('sqlite:')) {
    const database = url.slice('sqlite:'.length);
    if (database === '')
      throw new SettingsError(['database.url: name a file, for example sqlite:/var/lib/volee/volee.sqlite']);
    return {
      engine: 'sqlite',
      // libsql answers to the interface of better-sqlite3 and ships its binary in the package: docs/adr/0004.
      options: { type: 'better-sqlite3', driver: libsql, database, enableWAL: true, timeout: BUSY_TIMEOUT, logger },
    };
  }
  if (/^(mysql|mariadb):/.test(url)) {
    return {
      engine: 'mariadb',
      options: {
        type: 'mariadb',
        // Loaded where it is used alone: it takes as long as all of express.
        driver: require('mysql2') as unknown,
        url: url.replace(/^mysql:/, 'mariadb:'),
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
