// SPDX-License-Identifier: EUPL-1.2
import { In, type DataSource, type EntityManager, type ObjectLiteral, type Repository } from 'typeorm';
import type { EntityClass } from '../../api/database.js';
import type { Database } from '../../host/infra/database/open-database.js';
import { rowKey, type Row } from './rows.js';

/** All rows, by table and id. */
export type Rows = ReadonlyMap<string, Row>;

/** The version of the data, with a changed row by the place of its table and its id. `place` is null when no row changed. */
interface Noted {
  readonly version: number;
  readonly place: number | null;
  readonly id: unknown;
}

/** SQLite takes 32,766 values in a statement. */
const IDS_AT_ONCE = 10_000;

/**
 * Reads the rows of a brick again and again. Reading all of them after each request would take quadratic time, so triggers of SQLite note
 * each row that was added, changed or removed, and only these rows are read again. The triggers belong to this connection and are not a
 * part of the schema.
 */
export class RowWatch {
  readonly #database: Pick<Database, 'dataSource' | 'unitOfWork'>;
  readonly #entities: readonly EntityClass[];
  #rows: Rows = new Map();
  #version: unknown;

  private constructor(database: Pick<Database, 'dataSource' | 'unitOfWork'>, entities: readonly EntityClass[]) {
    this.#database = database;
    this.#entities = entities;
  }

  static async start(
    database: Pick<Database, 'dataSource' | 'unitOfWork'>,
    entities: readonly EntityClass[],
  ): Promise<RowWatch> {
    const { dataSource } = database;
    // Without this pragma, a row that REPLACE removes fires no trigger.
    await dataSource.query('PRAGMA recursive_triggers = ON');
    await dataSource.query('CREATE TEMP TABLE watched (place INTEGER NOT NULL, id NOT NULL, PRIMARY KEY (place, id))');
    for (const [place, entity] of entities.entries()) await addTriggers(dataSource, entity, place);
    return new RowWatch(database, entities);
  }

  /** Reads all rows. Call it between two transactions: rows of an open one may be rolled back. The returned map never changes. */
  read(): Promise<Rows> {
    return this.#database.unitOfWork.run(async (manager) => {
      const noted = await manager.query<Noted[]>(
        'SELECT data_version AS version, place, id FROM pragma_data_version LEFT JOIN temp.watched',
      );
      const version = noted[0]?.version;
      // Another connection wrote: the triggers of this connection do not see that.
      if (version !== this.#version) this.#rows = await this.#readAll(manager);
      else
        await this.#readChanged(
          manager,
          noted.filter(({ place }) => place !== null),
        );
      this.#version = version;
      return this.#rows;
    });
  }

  async #readAll(manager: EntityManager): Promise<Rows> {
    await manager.query('DELETE FROM temp.watched');
    const rows = new Map<string, Row>();
    for (const entity of this.#entities) {
      const repository = manager.getRepository<ObjectLiteral>(entity);
      for (const found of await repository.find()) put(rows, repository, found);
    }
    return rows;
  }

  async #readChanged(manager: EntityManager, changed: readonly Noted[]): Promise<void> {
    if (changed.length === 0) return;
    await manager.query('DELETE FROM temp.watched');
    const rows = new Map(this.#rows);
    for (const [place, entity] of this.#entities.entries()) {
      const repository = manager.getRepository<ObjectLiteral>(entity);
      const ids = changed.filter((one) => one.place === place).map(({ id }) => id);
      for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
        await readAgain(rows, repository, ids.slice(from, from + IDS_AT_ONCE));
      }
    }
    this.#rows = rows;
  }
}

async function addTriggers(dataSource: DataSource, entity: EntityClass, place: number): Promise<void> {
  const { tableName } = dataSource.getMetadata(entity);
  const note = (row: 'OLD' | 'NEW'): string => `INSERT OR IGNORE INTO watched VALUES (${place}, ${row}.id);`;
  const events = { INSERT: note('NEW'), UPDATE: note('OLD') + note('NEW'), DELETE: note('OLD') };
  for (const [event, notes] of Object.entries(events)) {
    await dataSource.query(
      `CREATE TEMP TRIGGER watched_${place}_${event} AFTER ${event} ON main."${tableName}" BEGIN ${notes} END`,
    );
  }
}

async function readAgain(
  rows: Map<string, Row>,
  repository: Repository<ObjectLiteral>,
  ids: readonly unknown[],
): Promise<void> {
  const { tableName } = repository.metadata;
  const gone = new Set(ids.map((id) => rowKey({ table: tableName, values: { id } })));
  for (const found of await repository.findBy({ id: In(ids) })) gone.delete(put(rows, repository, found));
  for (const key of gone) rows.delete(key);
}

function put(rows: Map<string, Row>, { metadata }: Repository<ObjectLiteral>, found: ObjectLiteral): string {
  const values: Readonly<Record<string, unknown>> = found;
  const row = { table: metadata.tableName, school: values['school'], values, text: JSON.stringify(values) };
  const key = rowKey(row);
  rows.set(key, row);
  return key;
}
