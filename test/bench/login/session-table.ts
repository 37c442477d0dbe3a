// SPDX-License-Identifier: EUPL-1.2
import session from 'express-session';
import libsql from 'libsql';
import { createPool, type RowDataPacket } from 'mysql2/promise';

/** Runs a prepared statement, and gives its rows. */
type Statement = (...values: string[]) => Promise<readonly unknown[]>;

/** Gives the statement of a text that both engines understand. */
type Prepare = (sql: string) => Statement;

type Callback<T = void> = (error?: unknown, result?: T) => void;

/** Sessions of express-session in a table of their own. @param url `sqlite:/path` or the address of a MariaDB database */
export async function sessionTable(url: string): Promise<session.Store> {
  const prepare = url.startsWith('sqlite:') ? inSqlite(url.slice('sqlite:'.length)) : inMariadb(url);
  await prepare('CREATE TABLE app_sessions (id VARCHAR(64) PRIMARY KEY, data TEXT NOT NULL)')();
  return new SessionTable(prepare);
}

class SessionTable extends session.Store {
  readonly #read: Statement;
  readonly #write: Statement;
  readonly #remove: Statement;

  constructor(prepare: Prepare) {
    super();
    this.#read = prepare('SELECT data FROM app_sessions WHERE id = ?');
    this.#write = prepare('REPLACE INTO app_sessions (id, data) VALUES (?, ?)');
    this.#remove = prepare('DELETE FROM app_sessions WHERE id = ?');
  }

  override get(id: string, callback: Callback<session.SessionData | null>): void {
    const found = this.#read(id).then(([row]) => {
      const { data } = (row ?? {}) as { data?: string };
      return data === undefined ? null : (JSON.parse(data) as session.SessionData);
    });
    found.then((data) => callback(null, data), callback);
  }

  override set(id: string, data: session.SessionData, callback: Callback = () => {}): void {
    this.#write(id, JSON.stringify(data)).then(() => callback(), callback);
  }

  override destroy(id: string, callback: Callback = () => {}): void {
    this.#remove(id).then(() => callback(), callback);
  }
}

function inSqlite(file: string): Prepare {
  const database = new libsql(file);
  database.exec('PRAGMA journal_mode = WAL');
  return (sql) => {
    const statement = database.prepare(sql);
    const { reader } = statement;
    return (...values) => {
      if (reader) return Promise.resolve(statement.all(...values));
      statement.run(...values);
      return Promise.resolve([]);
    };
  };
}

function inMariadb(url: string): Prepare {
  const pool = createPool(url);
  return (sql) =>
    async (...values) => {
      const [rows] = await pool.execute<RowDataPacket[]>(sql, values);
      return rows;
    };
}
