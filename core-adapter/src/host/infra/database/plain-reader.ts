// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import libsql from 'libsql';
import type { Pool } from 'mysql2';
import { QueryFailedError, type DataSource } from 'typeorm';

/** A SELECT as a driver takes it, with `?` for each value. */
export interface PlainSelect {
  readonly sql: string;
  readonly values: readonly (string | number | null)[];
}

/** The most statements that stay prepared: our own have some hundred texts, and bricks of others may have any number. */
const MOST_PREPARED = 300;

/** Runs SELECTs past TypeORM, each outside of any transaction: a SELECT sees everything that has been committed, in any process. */
export interface PlainReader {
  /** @throws QueryFailedError with the error of the driver */
  rows(select: PlainSelect): Promise<unknown[]>;
  close(): void;
}

/** @returns undefined for a database in memory, which only the connection of TypeORM reaches */
export function plainReader({ options, driver }: DataSource, busyTimeout: number): PlainReader | undefined {
  if (options.type !== 'better-sqlite3') return poolReader((driver as unknown as { readonly pool: Pool }).pool);
  return options.database === ':memory:' ? undefined : new SqliteReader(resolve(options.database), busyTimeout);
}

/** Nothing is prepared on MariaDB: of its time, most is the way there and back. */
function poolReader(pool: Pick<Pool, 'query'>): PlainReader {
  return {
    rows: ({ sql, values }) =>
      new Promise((found, failed) => {
        pool.query(sql, [...values], (error, rows) => {
          if (error) failed(new QueryFailedError(sql, [...values], error));
          else found(rows as unknown[]);
        });
      }),
    close: () => undefined,
  };
}

type Connection = InstanceType<typeof libsql>;
type Statement = ReturnType<Connection['prepare']>;

/**
 * A second connection to a SQLite file, which keeps its statements prepared. With the write-ahead log it waits for no writer, and a statement that
 * has run to its end leaves no snapshot behind.
 */
class SqliteReader implements PlainReader {
  readonly #prepared = new Map<string, Statement>();
  #connection: Connection | undefined;

  constructor(
    private readonly file: string,
    private readonly busyTimeout: number,
  ) {}

  rows({ sql, values }: PlainSelect): Promise<unknown[]> {
    try {
      return Promise.resolve(this.#statement(sql).all([...values]));
    } catch (error) {
      // libsql may leave a statement pending that failed. A pending statement keeps its snapshot, which later ones would read.
      this.close();
      return Promise.reject(new QueryFailedError(sql, [...values], error as Error));
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#connection?.close();
    this.#connection = undefined;
  }

  #statement(sql: string): Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    this.#connection ??= this.#open();
    const prepared = this.#connection.prepare(sql);
    const [oldest] = this.#prepared.keys();
    if (oldest !== undefined && this.#prepared.size >= MOST_PREPARED) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #open(): Connection {
    const connection = new libsql(this.file);
    // libsql ignores the option `readonly`.
    connection.exec(`PRAGMA query_only = ON; PRAGMA busy_timeout = ${this.busyTimeout}`);
    return connection;
  }
}
