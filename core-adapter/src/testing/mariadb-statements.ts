// SPDX-License-Identifier: EUPL-1.2
import { mariadbAddress } from '../host/infra/database/mariadb-address.js';

/** The statements that make the tables and the rows of a database, with `;` between them. They replace tables of the same names. */
export async function statementsOfMariadb(url: string): Promise<string> {
  const { createConnection } = await import('mysql2/promise');
  // Values are read as the server writes them: mysql2 would parse instants, large numbers and JSON.
  const asText = { dateStrings: true, supportBigNumbers: true, bigNumberStrings: true, jsonStrings: true };
  const connection = await createConnection({ ...mariadbAddress(url), ...asText });
  const query = async (statement: string): Promise<Record<string, unknown>[]> => {
    const [rows] = await connection.query(statement);
    return rows as Record<string, unknown>[];
  };
  try {
    const statements = ['SET FOREIGN_KEY_CHECKS = 0'];
    for (const table of (await query('SHOW TABLES')).flatMap((row) => Object.values(row) as string[])) {
      const [made] = await query(`SHOW CREATE TABLE ${table}`);
      statements.push(String(made?.['Create Table']).replace(/^CREATE TABLE/, 'CREATE OR REPLACE TABLE'));
      const rows = await query(`SELECT * FROM ${table}`);
      if (rows.length > 0) {
        const values = rows.map((row) => Object.values(row));
        statements.push(connection.format(`INSERT INTO ${table} VALUES ?`, [values]));
      }
    }
    return statements.join(';\n');
  } finally {
    await connection.end();
  }
}
