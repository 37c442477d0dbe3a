// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../database/columns.js';

/** Adds the last time at which the database was in use with its files. Frozen: a change is another migration. */
export class CreateFilesUse1764028800170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'core_files_use', columns: [column.id(), column.instant('at')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_files_use');
  }
}
