// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import type { EntityClass } from '../../api/database.js';
import { UnavailableError } from '../../api/errors.js';
import { parseDatabaseUrl, type Engine } from './database-url.js';
import { UnitOfWork } from './unit-of-work.js';

export interface Database {
  readonly engine: Engine;
  readonly url: string;
  readonly unitOfWork: UnitOfWork;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/**
 * Opens the one database of the host with the entities of core and of all bricks. It never changes the schema.
 * @throws UnavailableError when the server cannot be reached
 */
export async function openDatabase(url: string, entities: readonly EntityClass[]): Promise<Database> {
  const { engine, options } = parseDatabaseUrl(url);
  const dataSource = await connect(new DataSource({ ...options, entities: [...entities], synchronize: false }));
  return {
    engine,
    url,
    dataSource,
    unitOfWork: new UnitOfWork(dataSource, engine),
    close: () => dataSource.destroy(),
  };
}

/** @throws UnavailableError */
export async function connect(dataSource: DataSource): Promise<DataSource> {
  const { options } = dataSource;
  if (options.type === 'better-sqlite3' && options.database !== ':memory:') {
    mkdirSync(dirname(options.database), { recursive: true });
  }
  try {
    return await dataSource.initialize();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnavailableError(
      `The database does not answer (${reason}). Check database.url and that its server runs.`,
      error,
    );
  }
}
