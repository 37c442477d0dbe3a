// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const ADDED = [
  column.instant('decidedAt', { optional: true }),
  column.instant('endedAt', { optional: true }),
  column.instant('chosenUntil', { optional: true }),
  column.text('replaces', 36, { optional: true }),
];

/**
 * Adds when each activation was decided and called off (until now, always the instant at which it took effect), the end that was chosen for
 * it, and the rule that it replaces.
 */
export class AddDecisions1764028800003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const added of ADDED) await queryRunner.addColumn('core_activation', added);
    const quoted = (name: string): string => queryRunner.connection.driver.escape(name);
    await queryRunner.query(
      `UPDATE core_activation SET ${quoted('decidedAt')} = ${quoted('from')}, ${quoted('endedAt')} = ${quoted('until')}`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of ADDED) await queryRunner.dropColumn('core_activation', name);
  }
}
