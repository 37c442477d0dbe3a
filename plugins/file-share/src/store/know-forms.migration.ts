// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const WORK = 'file_share_work';
const FORM = new TableIndex({
  name: 'file_share_work_form',
  columnNames: ['school', 'addedBy', 'formKey'],
  isUnique: true,
});

/** A work knows the form that made it (ADR 125). Frozen: a change is another migration. */
export class KnowForms1796861220125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'formKey', type: 'varchar', length: '36', isNullable: true });
    // MariaDB commits each change of a table by itself: after a crash, one of them may be there.
    if (!(await runner.hasColumn(WORK, column.name))) await runner.addColumn(WORK, column);
    const table = await runner.getTable(WORK);
    if (!table?.indices.some(({ name }) => name === FORM.name)) await runner.createIndex(WORK, FORM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(WORK, FORM);
    await runner.dropColumn(WORK, 'formKey');
  }
}
