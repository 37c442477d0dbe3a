// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { ConflictError } from '../../api/errors.js';
import type { Engine } from './database-url.js';
import { Mutex } from './mutex.js';

interface Unit {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void | Promise<void>)[];
  open: boolean;
}

/** How MariaDB says that another transaction was first: 1020, a row changed since it was read; 1213, a deadlock. */
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
  readonly #current = new AsyncLocalStorage<Unit>();

  constructor(dataSource: DataSource, engine: Engine) {
    this.#dataSource = dataSource;
    this.#mutex = engine === 'sqlite' ? new Mutex() : undefined;
  }

  /** Runs one statement, inside the transaction in progress if there is one. */
  run<R>(statement: (manager: EntityManager) => Promise<R>): Promise<R> {
    const unit = this.#current.getStore();
    if (unit?.open) return statement(unit.manager);
    if (!this.#mutex) return statement(this.#dataSource.manager);
    return this.#mutex.run(() => statement(this.#dataSource.manager));
  }

  /** All or nothing; joins the transaction in progress if there is one. @throws ConflictError when another one was first */
  async transaction<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    const outer = this.#current.getStore();
    if (outer?.open) return work(outer.manager);

    const afterCommit: Unit['afterCommit'] = [];
    const result = await (this.#mutex
      ? this.#mutex.run(() => this.#onSharedConnection(afterCommit, work))
      : this.#onOwnConnection(afterCommit, work));
    for (const task of afterCommit) await task();
    return result;
  }

  /** Runs a task once the transaction in progress has committed, or at once without one. Never after a rollback. */
  async afterCommit(task: () => void | Promise<void>): Promise<void> {
    const unit = this.#current.getStore();
    if (unit?.open) unit.afterCommit.push(task);
    else await task();
  }

  async #inUnit<R>(unit: Unit, work: (manager: EntityManager) => Promise<R>): Promise<R> {
    try {
      return await this.#current.run(unit, () => work(unit.manager));
    } finally {
      // A promise that somebody forgot to await must not write into a transaction that is over.
      unit.open = false;
    }
  }

  async #onOwnConnection<R>(
    afterCommit: Unit['afterCommit'],
    work: (manager: EntityManager) => Promise<R>,
  ): Promise<R> {
    try {
      return await this.#dataSource.transaction((manager) => this.#inUnit({ manager, afterCommit, open: true }, work));
    } catch (error) {
      throw collided(error) ? new ConflictError('Another change came first; nothing was written.') : error;
    }
  }

  /** IMMEDIATE takes the write lock at once: a deferred transaction that writes late fails when another process wrote. */
  async #onSharedConnection<R>(
    afterCommit: Unit['afterCommit'],
    work: (manager: EntityManager) => Promise<R>,
  ): Promise<R> {
    const { manager } = this.#dataSource;
    await manager.query('BEGIN IMMEDIATE');
    try {
      const result = await this.#inUnit({ manager, afterCommit, open: true }, work);
      await manager.query('COMMIT');
      return result;
    } catch (error) {
      // Where SQLite has rolled back by itself, as on a full disk, this fails: the cause is what must be told.
      await manager.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

function collided(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { errno } = error.driverError as { errno?: number };
  return errno !== undefined && COLLISIONS.has(errno);
}
