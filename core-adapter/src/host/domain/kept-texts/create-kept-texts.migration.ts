// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index, unique } from '../../infra/database/columns.js';

/** Adds the texts that people have typed into forms and not sent yet. Frozen: a change is another migration. */
export class CreateKeptTexts1764028801110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_kept_text',
        columns: [
          column.id(),
          column.uuid('personId'),
          column.text('uai', 8, { optional: true }),
          column.text('key', 16),
          column.text('page', 1000),
          column.text('title', 200),
          column.long('content', { optional: true }),
          column.text('base', 16),
          column.text('version', 36),
          column.instant('savedAt'),
          column.long('other', { optional: true }),
          column.instant('otherAt', { optional: true }),
        ],
        indices: [unique('core_kept_text_form', ['personId', 'key']), index('core_kept_text_saved', ['savedAt'])],
        foreignKeys: [
          foreignKey('core_kept_text_to_person', 'personId', { table: 'core_person', column: 'id' }),
          foreignKey('core_kept_text_to_school', 'uai', { table: 'core_school', column: 'uai' }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_kept_text');
  }
}
