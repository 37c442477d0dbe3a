// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral } from 'typeorm';
import type { EntityClass, FindOptions, SchoolDatabase, SchoolRepository } from '../../api/database.js';

/** Wraps a database: `onRead` is called for each query of rows, but not for counts and sums. */
export function watchReads(db: SchoolDatabase, onRead: () => void): SchoolDatabase {
  return {
    repository: (entity) => watchedRepository(db, entity, onRead),
    query(query, parameters) {
      onRead();
      return db.query(query, parameters);
    },
    transaction: (work) => db.transaction(work),
  };
}

function watchedRepository<T extends ObjectLiteral>(
  db: SchoolDatabase,
  entity: EntityClass<T>,
  onRead: () => void,
): SchoolRepository<T> {
  const repository = db.repository(entity);
  return {
    find(options?: FindOptions<T>) {
      onRead();
      return repository.find(options);
    },
    findOne(options) {
      onRead();
      return repository.findOne(options);
    },
    count: (options) => repository.count(options),
    sum: (column, options) => repository.sum(column, options),
    insert: (rows) => repository.insert(rows),
    insertOne: (row) => repository.insertOne(row),
    update: (where, changes) => repository.update(where, changes),
    increment: (where, by, bounds) => repository.increment(where, by, bounds),
    delete: (where) => repository.delete(where),
  };
}
