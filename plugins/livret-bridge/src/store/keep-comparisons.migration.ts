// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const BILAN = 'livret_bridge_bilan';

/**
 * The earlier bilan with which a publication is compared (ADR 107). A job fills the column of older publications, since catalogues
 * are in files. Frozen: a change is another migration.
 */
export class KeepComparisons1796515200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'compared', type: 'text', isNullable: true });
    if (!(await runner.hasColumn(BILAN, column.name))) await runner.addColumn(BILAN, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(BILAN, 'compared')) await runner.dropColumn(BILAN, 'compared');
  }
}
