// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const BILAN = 'livret_bridge_bilan';
const INDEX = `${BILAN}_catalogue`;

/** Finds the catalogues of a school year without reading its bilans: each portal of a head asks. Frozen: a change is another migration. */
export class IndexCatalogues1796428800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = await runner.getTable(BILAN);
    if (table?.indices.some(({ name }) => name === INDEX)) return;
    await runner.createIndex(
      BILAN,
      new TableIndex({ name: INDEX, columnNames: ['school', 'year', 'catalogue', 'period'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const table = await runner.getTable(BILAN);
    if (table?.indices.some(({ name }) => name === INDEX)) await runner.dropIndex(BILAN, INDEX);
  }
}
