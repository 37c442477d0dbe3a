// SPDX-License-Identifier: EUPL-1.2
import type libsql from 'libsql';

type Connection = InstanceType<typeof libsql>;

/**
 * Lets each statement of a connection know whether it returns rows. TypeORM asks at each query, and libsql answers in as much time as a short
 * query takes; the answer never changes.
 */
export function rememberReaders(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const remembering = (sql: string): ReturnType<typeof prepare> => {
    const statement = prepare(sql);
    return Object.defineProperty(statement, 'reader', { value: statement.reader });
  };
  connection.prepare = remembering as Connection['prepare'];
}
