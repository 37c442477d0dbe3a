// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import {
  QueryFailedError,
  type DataSource,
  type EntityManager,
  type EntityMetadata,
  type EntityTarget,
  type ObjectLiteral,
} from 'typeorm';
import { ConflictError } from '../../../api/errors.js';
import { TooSlowError, withTimeout } from '../util/with-timeout.js';
import type { Engine } from './database-url.js';
import { DatabaseUnavailableError, databaseGone, isConnectionLost } from './database-unavailable-error.js';
import { Mutex } from './mutex.js';
import type { PlainReader, PlainSelect } from './plain-reader.js';
import type { Heartbeat } from './heartbeat.js';
import { retryWhileBusy } from './retry-while-busy.js';
import { describeFullDisk } from './describe-full-disk.js';

interface Unit {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
  open: boolean;
  /** The error of a nested transaction. Its rows cannot be undone alone, so nothing commits even when the error is caught. */
  broken?: { readonly error: unknown };
  /** Set when the transaction was rolled back, at its limit or in a collision: code that is still running must not write outside of it. */
  expired?: Error;
}

/** Another transaction was first, and this one wrote nothing: the same work may succeed when it is done again. */
export class CollisionError extends ConflictError {
  constructor() {
    super('Another change came first; nothing was written.');
  }
}

export interface TransactionOptions {
  /** The limit in milliseconds, for work of bricks. */
  readonly limit?: number;
}

interface SqliteDriver {
  readonly databaseConnection: { exec(statement: string): void };
}

/** The turns of the event loop that background work leaves to requests: reading, checking and answering a request takes several. */
const TURNS = 8;

/** MariaDB's errors when another transaction was first: 1020, a row changed since it was read; 1213, a deadlock. */
const COLLISIONS = new Set([1020, 1213]);

/**
 * The one way to the database. What runs inside `transaction` shares one transaction, found again through
 * AsyncLocalStorage, so that a brick's row and its audit line commit together.
 *
 * On SQLite, TypeORM shares a single connection among all requests: without the mutex, one request's statement would land in
 * another's transaction and be rolled back with it. MariaDB has a pool and needs none.
 */
export class UnitOfWork {
  readonly #dataSource: DataSource;
  readonly #mutex: Mutex | undefined;
  readonly #heartbeat: Heartbeat | undefined;
  #reader: PlainReader | undefined;
  readonly #current = new AsyncLocalStorage<Unit>();
  readonly #background = new AsyncLocalStorage<true>();

  /**
   * @param heartbeat checks a server that may stop answering
   * @param reader runs the statements of `read`; without one they run as those of `run`
   */
  constructor(dataSource: DataSource, engine: Engine, heartbeat?: Heartbeat, reader?: PlainReader) {
    this.#dataSource = dataSource;
    this.#heartbeat = heartbeat;
    this.#reader = reader;
    this.#mutex = engine === 'sqlite' ? new Mutex() : undefined;
  }

  /**
   * Runs one statement, inside the transaction in progress if there is one, which then cannot commit after a collision.
   * @throws CollisionError when MariaDB ended the statement in a deadlock with another one
   * @throws DatabaseUnavailableError
   */
  run<R>(statement: (manager: EntityManager) => Promise<R>): Promise<R> {
    const unit = this.#current.getStore();
    if (unit?.expired) return Promise.reject(unit.expired);
    if (unit?.open) return this.#inOpenUnit(unit, statement);
    if (!this.#mutex) return this.#onAnyConnection(() => statement(this.#dataSource.manager));
    return this.#inTurn(this.#mutex, statement);
  }

  /**
   * Runs a SELECT past TypeORM: inside the transaction in progress if there is one; else it sees all that has been committed, and on SQLite
   * waits for no transaction.
   * @throws CollisionError, DatabaseUnavailableError as `run`
   */
  async read<Row>(select: (manager: EntityManager) => PlainSelect): Promise<Row[]> {
    const { manager, logger } = this.#dataSource;
    const { sql, values } = select(manager);
    const reader = this.#reader;
    const unit = this.#current.getStore();
    if (!reader || unit?.open || unit?.expired) return this.run((own) => own.query<Row[]>(sql, [...values]));
    if (this.#mutex) await this.#leaveTurns();
    logger.logQuery(sql, [...values]);
    const rows = (): Promise<unknown[]> => this.#onAnyConnection(() => reader.rows({ sql, values }));
    return (await (this.#mutex ? retryWhileBusy(rows) : rows())) as Row[];
  }

  /** The columns of an entity, without a statement. */
  metadataOf(entity: EntityTarget<ObjectLiteral>): EntityMetadata {
    return this.#dataSource.getMetadata(entity);
  }

  /**
   * Runs work in a transaction, all of it or nothing; joins the transaction in progress if there is one, which then cannot commit if this
   * fails.
   * @throws CollisionError when another one was first
   * @throws DatabaseUnavailableError when another process keeps the lock, or the server is gone
   * @throws StorageFullError when the disk has no room left; nothing was written
   * @throws TooSlowError beyond `limit`; nothing was written
   */
  transaction<R>(work: (manager: EntityManager) => Promise<R>, { limit }: TransactionOptions = {}): Promise<R> {
    const outer = this.#current.getStore();
    if (outer?.expired) return Promise.reject(outer.expired);
    if (outer?.open) return this.#joining(outer, work);
    if (!this.#mutex) return this.#onOwnConnection(work, limit);
    return this.#inTurn(this.#mutex, work, limit);
  }

  /**
   * Runs work that no visitor waits for: before each of its statements and transactions, requests are served. SQLite's driver is synchronous, so
   * that otherwise thousands of rows would be written in one turn of the event loop.
   */
  inBackground<R>(work: () => Promise<R>): Promise<R> {
    return this.#background.run(true, work);
  }

  /**
   * Moves the write-ahead log of SQLite into the file and empties it, outside of any transaction. Until then the log holds the text of
   * deleted rows, which `secure_delete` overwrites in the file alone.
   * @returns false while another process reads or writes: the next call tries again
   */
  async emptyLog(): Promise<boolean> {
    if (!this.#mutex) return true;
    return this.#mutex.run(async () => {
      const [row] = await this.#dataSource.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
      return row?.busy === 0;
    });
  }

  /** On Node 20 each AsyncLocalStorage that was used takes part in every promise of the process, until it is disabled. */
  close(): void {
    this.#reader?.close();
    this.#reader = undefined;
    this.#current.disable();
    this.#background.disable();
  }

  /**
   * Calls `then` once the transaction in progress has committed, and never if it is rolled back. Outside of a transaction, it is called at
   * once.
   */
  afterCommit(then: () => void): void {
    const unit = this.#current.getStore();
    if (unit?.open) unit.afterCommit.push(then);
    else then();
  }

  /**
   * A statement outside of a transaction is a unit, too: after SQLITE_BUSY, libsql does not reset a prepared statement, and as long as it
   * is pending nothing else on the connection commits. What has begun holds the write lock, so that only BEGIN can find it taken.
   */
  async #inTurn<R>(mutex: Mutex, work: (manager: EntityManager) => Promise<R>, limit?: number): Promise<R> {
    await this.#leaveTurns();
    return retryWhileBusy(() => mutex.run(() => this.#onSharedConnection(work, limit)));
  }

  async #leaveTurns(): Promise<void> {
    if (this.#background.getStore()) for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
  }

  async #joining<R>(outer: Unit, work: (manager: EntityManager) => Promise<R>): Promise<R> {
    try {
      return await this.#inOpenUnit(outer, work);
    } catch (error) {
      outer.broken ??= { error };
      throw error;
    }
  }

  /** In a collision MariaDB rolls the whole transaction back, and would commit each later statement on its own. */
  async #inOpenUnit<R>(unit: Unit, work: (manager: EntityManager) => Promise<R>): Promise<R> {
    try {
      return await work(unit.manager);
    } catch (error) {
      if (!collided(error)) throw error;
      const collision = new CollisionError();
      unit.expired ??= collision;
      unit.broken ??= { error: collision };
      throw collision;
    }
  }

  async #inUnit<R>(unit: Unit, work: (manager: EntityManager) => Promise<R>, limit: number | undefined): Promise<R> {
    const { manager } = unit;
    const inside = (): Promise<R> => this.#current.run(unit, () => work(manager));
    try {
      const result = await (limit === undefined ? inside() : withTimeout(limit, inside));
      if (unit.broken) throw unit.broken.error;
      return result;
    } catch (error) {
      if (error instanceof TooSlowError) unit.expired = error;
      throw error;
    } finally {
      // A promise that was not awaited must not write into a finished transaction.
      unit.open = false;
    }
  }

  async #onAnyConnection<R>(statement: () => Promise<R>): Promise<R> {
    try {
      return await this.#whileThere(statement);
    } catch (error) {
      if (collided(error)) throw new CollisionError();
      throw isConnectionLost(error) ? databaseGone(error) : describeFullDisk(error);
    }
  }

  #whileThere<R>(work: () => Promise<R>): Promise<R> {
    return this.#heartbeat ? this.#heartbeat.during(work) : work();
  }

  async #onOwnConnection<R>(work: (manager: EntityManager) => Promise<R>, limit: number | undefined): Promise<R> {
    const afterCommit: Unit['afterCommit'] = [];
    try {
      const result = await this.#whileThere(() =>
        this.#dataSource.transaction((manager) => this.#inUnit({ manager, afterCommit, open: true }, work, limit)),
      );
      for (const then of afterCommit) then();
      return result;
    } catch (error) {
      if (collided(error)) throw new CollisionError();
      if (!isConnectionLost(error)) throw describeFullDisk(error);
      // The commit may or may not have happened: its answer was lost.
      throw new DatabaseUnavailableError(
        'The database went away while it was written to; all of it was written, or nothing.',
        { remedy: 'Check that it runs, look, and do the same again if nothing was.', cause: error },
      );
    }
  }

  /** IMMEDIATE takes the write lock at once: a deferred transaction that writes late fails when another process wrote. */
  async #onSharedConnection<R>(work: (manager: EntityManager) => Promise<R>, limit: number | undefined): Promise<R> {
    const { manager, driver } = this.#dataSource;
    // `exec` creates no prepared statement that could stay pending.
    const { databaseConnection } = driver as unknown as SqliteDriver;
    databaseConnection.exec('BEGIN IMMEDIATE');
    const unit: Unit = { manager, afterCommit: [], open: true };
    let result: R;
    try {
      result = await this.#inUnit(unit, work, limit);
      databaseConnection.exec('COMMIT');
    } catch (error) {
      // After SQLite has rolled back by itself, as on a full disk, this fails; the original error is reported.
      await manager.query('ROLLBACK').catch(() => undefined);
      throw describeFullDisk(error);
    }
    for (const then of unit.afterCommit) then();
    return result;
  }
}

function collided(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { errno } = error.driverError as { errno?: number };
  return errno !== undefined && COLLISIONS.has(errno);
}
