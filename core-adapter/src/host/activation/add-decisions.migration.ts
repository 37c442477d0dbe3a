// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../database/columns.js';

const COLUMNS = ['decidedAt', 'endedAt'] as const;

/** When each activation was decided and called off: until now, always at the instant from which it counts. */
export class AddDecisions1764028800003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const name of COLUMNS)
      await queryRunner.addColumn('core_activation', column.instant(name, { optional: true }));
    const quoted = (name: string): string => queryRunner.connection.driver.escape(name);
    await queryRunner.query(
      `UPDATE core_activation SET ${quoted('decidedAt')} = ${quoted('from')}, ${quoted('endedAt')} = ${quoted('until')}`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of COLUMNS) await queryRunner.dropColumn('core_activation', name);
  }
}
