// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const NODE = 'file_share_node';
const INDEX = 'file_share_node_thrown';

/** A copy that was kept for a pupil names its file, and what is in the trash the person who put it there (ADR 82). Frozen: a change is another migration. */
export class KnowKeptAndThrown1796774820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['keptOf', 'trashedBy']) {
      const column = new TableColumn({ name, type: 'varchar', length: '36', isNullable: true });
      // MariaDB commits each change of a table by itself: after a crash it may be there.
      if (!(await runner.hasColumn(NODE, name))) await runner.addColumn(NODE, column);
    }
    const table = await runner.getTable(NODE);
    if (!table?.indices.some(({ name }) => name === INDEX)) {
      await runner.createIndex(NODE, new TableIndex({ name: INDEX, columnNames: ['school', 'trashedBy'] }));
    }
    // It is not known which people put these into the trash: pupils find again what they added.
    await runner.query(`UPDATE ${NODE} SET trashedBy = addedBy WHERE trashedFrom IS NOT NULL AND trashedBy IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(NODE, INDEX);
    for (const name of ['trashedBy', 'keptOf']) await runner.dropColumn(NODE, name);
  }
}
