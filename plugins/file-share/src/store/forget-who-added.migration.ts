// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const TABLE = 'file_share_file';

/** A file of a class may outlive the account that added it. Frozen: a change needs another migration. */
export class ForgetWhoAdded1764028800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.changeColumn(TABLE, 'addedBy', addedBy(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE ${TABLE} SET addedBy = '' WHERE addedBy IS NULL`);
    await runner.changeColumn(TABLE, 'addedBy', addedBy(false));
  }
}

function addedBy(isNullable: boolean): TableColumn {
  return new TableColumn({ name: 'addedBy', type: 'varchar', length: '36', isNullable });
}
