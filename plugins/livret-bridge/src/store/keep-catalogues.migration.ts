// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const CATALOGUE = 'livret_bridge_catalogue';

/** The catalogues with which bilans were signed (ADR 70). Frozen: a change is another migration. */
export class KeepCatalogues1796342400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: CATALOGUE,
      columns: [
        new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
        new TableColumn({ name: 'school', type: 'varchar', length: '8' }),
        new TableColumn({ name: 'catalogue', type: 'varchar', length: '20' }),
        new TableColumn({ name: 'content', type: 'text' }),
      ],
      indices: [new TableIndex({ name: `${CATALOGUE}_id`, columnNames: ['school', 'catalogue'], isUnique: true })],
    });
    await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(CATALOGUE, true);
  }
}
