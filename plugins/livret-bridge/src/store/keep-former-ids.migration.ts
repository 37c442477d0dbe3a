// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const TRACE = 'livret_bridge_trace';
const INDEX = `${TRACE}_former`;

/**
 * The id that a published bilan had before it became one with another, so that its address still leads to it (ADR 70). Frozen: a
 * change is another migration. MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
 */
export class KeepFormerIds1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'formerId', type: 'varchar', length: '36', isNullable: true });
    if (!(await runner.hasColumn(TRACE, column.name))) await runner.addColumn(TRACE, column);
    if (!(await hasIndex(runner))) {
      await runner.createIndex(TRACE, new TableIndex({ name: INDEX, columnNames: ['school', 'formerId'] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await hasIndex(runner)) await runner.dropIndex(TRACE, INDEX);
    if (await runner.hasColumn(TRACE, 'formerId')) await runner.dropColumn(TRACE, 'formerId');
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const table = await runner.getTable(TRACE);
  return table?.indices.some(({ name }) => name === INDEX) ?? false;
}
