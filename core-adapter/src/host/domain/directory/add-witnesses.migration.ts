// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the attributes that show whether a key still names the same person. Frozen: a change is another migration. */
export class AddWitnesses1764028800080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('core_external_id', [
      column.text('stableIds', 190, { optional: true }),
      column.text('lastIne', 11, { optional: true }),
      column.text('lastBirthDate', 10, { optional: true }),
      column.text('givenName', 100, { optional: true }),
      column.text('familyName', 100, { optional: true }),
    ]);
    const isSqlite = runner.connection.options.type === 'better-sqlite3';
    const key = runner.connection.driver.escape('key');
    await runner.query('UPDATE core_external_id SET lastIne = ine, lastBirthDate = birthDate');
    // Retired keys were `key#id` in lower case, which could collide with the key of an entry.
    const head = `SUBSTR(SUBSTR(${key}, 1, ${isSqlite ? 'LENGTH' : 'CHAR_LENGTH'}(${key}) - 37), 1, 140)`;
    const parts = [head, "'#RETIRED-'", `SUBSTR(${key}, -36)`];
    await runner.query(
      `UPDATE core_external_id SET ${key} = ${isSqlite ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`} ` +
        `WHERE leftAt IS NOT NULL AND ${key} LIKE '%#________-____-____-____-____________'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('core_external_id', ['stableIds', 'lastIne', 'lastBirthDate', 'givenName', 'familyName']);
  }
}
