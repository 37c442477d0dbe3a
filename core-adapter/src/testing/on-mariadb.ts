// SPDX-License-Identifier: EUPL-1.2
import { mariadbAddress } from '../host/infra/database/mariadb-address.js';

/**
 * Runs statements on a connection of their own.
 * @param statements with `;` between them
 */
export async function onMariadb(url: string, statements: string): Promise<void> {
  // Loaded only when used: most test files need no MariaDB.
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({ ...mariadbAddress(url), multipleStatements: true });
  try {
    await connection.query(statements);
  } finally {
    await connection.end();
  }
}
