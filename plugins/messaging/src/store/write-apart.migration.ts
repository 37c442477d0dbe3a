// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const MESSAGE = 'messaging_message';

/** Whether an author wrote to each recipient separately. Frozen: a change is another migration. */
export class WriteApart1796342400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(MESSAGE, 'apart')) return;
    await runner.addColumn(MESSAGE, new TableColumn({ name: 'apart', type: 'boolean', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(MESSAGE, 'apart')) await runner.dropColumn(MESSAGE, 'apart');
  }
}
