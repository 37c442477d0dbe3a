// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const TABLE = 'first_brick_notice';

/** Creates the table of notices. Once it has run in an installation it is frozen: changes need another migration. */
export class CreateNotices1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: TABLE,
        columns: [
          new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
          new TableColumn({ name: 'school', type: 'varchar', length: '8' }),
          new TableColumn({ name: 'groupId', type: 'varchar', length: '36' }),
          new TableColumn({ name: 'addedBy', type: 'varchar', length: '36' }),
          new TableColumn({ name: 'text', type: 'varchar', length: '500' }),
          new TableColumn({ name: 'addedAt', type: 'datetime', precision: 3 }),
          new TableColumn({ name: 'fileKey', type: 'varchar', length: '60', isNullable: true }),
          new TableColumn({ name: 'fileName', type: 'varchar', length: '200', isNullable: true }),
          new TableColumn({ name: 'fileBytes', type: 'integer', isNullable: true }),
        ],
        indices: [new TableIndex({ name: `${TABLE}_group`, columnNames: ['school', 'groupId'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
