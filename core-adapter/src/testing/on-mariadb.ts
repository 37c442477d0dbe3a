// SPDX-License-Identifier: EUPL-1.2
import { mariadbAddress } from '../host/infra/database/mariadb-address.js';

/** In milliseconds. A virtual machine may stand still for longer than the 10 s of mysql2, and a test must not fail for it. */
export const MARIADB_CONNECT_TIMEOUT = 60_000;

/**
 * Runs statements on a connection of their own.
 * @param statements with `;` between them
 */
export async function onMariadb(url: string, statements: string): Promise<void> {
  // Loaded only when used: most test files need no MariaDB.
  const { createConnection } = await import('mysql2/promise');
  const options = { ...mariadbAddress(url), connectTimeout: MARIADB_CONNECT_TIMEOUT, multipleStatements: true };
  const connection = await createConnection(options);
  try {
    await connection.query(statements);
  } finally {
    await connection.end();
  }
}
