// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { UnavailableError } from '../../../api/errors.js';
import type { Log } from '../../../api/log.js';
import { parseDatabaseUrl, type Engine } from './database-url.js';
import { databaseHeartbeat } from './database-heartbeat.js';
import { plainReader } from './plain-reader.js';
import { UnitOfWork } from './unit-of-work.js';
import { errorMessage } from '../util/error-message.js';

export interface Database {
  readonly engine: Engine;
  readonly url: string;
  readonly unitOfWork: UnitOfWork;
  readonly dataSource: DataSource;
  /** Adds the entities of a brick that comes after the database was opened. */
  addEntities(entities: readonly EntityClass[]): Promise<void>;
  close(): Promise<void>;
}

/** TypeORM reads the entities when it connects. Reading them again replaces its map of them at once, under running queries as well. */
class GrowingDataSource extends DataSource {
  async addEntities(added: readonly EntityClass[]): Promise<void> {
    const known = this.entityMetadatas.map(({ target }) => target);
    this.setOptions({ entities: [...known, ...added] as EntityClass[] });
    await this.buildMetadatas();
  }
}

/** The longest time, in milliseconds, for which a statement blocks the process while another process writes: see `retryWhileBusy`. */
const BUSY_TIMEOUT = 50;

/**
 * Opens the database of the host with the entities of core and of all bricks. It never changes the schema.
 * @param log receives a line when the server stops answering, and when it answers again
 * @throws UnavailableError when the server cannot be reached
 */
export async function openDatabase(
  url: string,
  entities: readonly EntityClass[],
  log?: Pick<Log, 'info' | 'error'>,
): Promise<Database> {
  const { engine, options } = parseDatabaseUrl(url);
  const dataSource = new GrowingDataSource({ ...options, entities: [...entities], synchronize: false });
  await connect(dataSource);
  // Set after opening: migrations, which run without serving requests, use the longer timeout.
  if (engine === 'sqlite') await dataSource.query(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
  const heartbeat = engine === 'mariadb' ? databaseHeartbeat(dataSource, url, log) : undefined;
  const unitOfWork = new UnitOfWork(dataSource, engine, heartbeat, plainReader(dataSource, BUSY_TIMEOUT));
  return {
    engine,
    url,
    dataSource,
    unitOfWork,
    addEntities: (added) => dataSource.addEntities(added),
    close: () => {
      heartbeat?.stop();
      unitOfWork.close();
      return dataSource.destroy();
    },
  };
}

/** The only collation that keeps different logins apart: others ignore accents or trailing spaces. */
const COLLATION = 'utf8mb4_nopad_bin';

/** @throws UnavailableError when the server cannot be reached, or compares texts in a way that confuses logins */
export async function connect(dataSource: DataSource): Promise<DataSource> {
  const { options } = dataSource;
  if (options.type === 'better-sqlite3' && options.database !== ':memory:') {
    mkdirSync(dirname(options.database), { recursive: true });
  }
  try {
    await dataSource.initialize();
  } catch (error) {
    const reason = errorMessage(error);
    throw new UnavailableError(`The database does not answer (${reason}).`, {
      remedy: 'Check database.url and that its server runs.',
      cause: error,
    });
  }
  if (options.type === 'mariadb') await checkCollation(dataSource);
  // Without it, the bytes of deleted rows stay in free pages of the file (SQLite, PRAGMA secure_delete).
  else await dataSource.query('PRAGMA secure_delete = ON');
  return dataSource;
}

async function checkCollation(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ name: string; collation: string }[]>(
    'SELECT DATABASE() AS name, @@collation_database AS collation',
  );
  if (row?.collation === COLLATION) return;
  await dataSource.destroy();
  throw new UnavailableError(
    `The database "${row?.name}" compares texts by ${row?.collation}, which takes logins for one another.`,
    {
      remedy:
        `While it is empty, run ALTER DATABASE \`${row?.name}\` CHARACTER SET utf8mb4 COLLATE ${COLLATION}; ` +
        'one with tables must be made anew with it.',
    },
  );
}
