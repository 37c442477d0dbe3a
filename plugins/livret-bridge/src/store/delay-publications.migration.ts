// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const PERIOD = 'livret_bridge_period';

/**
 * Ten minutes before a publication (ADR 116): the instant that it replaced, and the one at which it began. What families read already
 * has begun. Frozen: a change is another migration.
 */
export class DelayPublications1796601600116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns()) {
      if (!(await runner.hasColumn(PERIOD, column.name))) await runner.addColumn(PERIOD, column);
    }
    await runner.query(
      `UPDATE ${PERIOD} SET outAt = publishAt WHERE outAt IS NULL AND EXISTS (
         SELECT 1 FROM livret_bridge_bilan b WHERE b.school = ${PERIOD}.school AND b.year = ${PERIOD}.year
           AND b.period = ${PERIOD}.period AND b.publishedAt >= ${PERIOD}.publishAt)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of columns()) if (await runner.hasColumn(PERIOD, name)) await runner.dropColumn(PERIOD, name);
  }
}

function columns(): TableColumn[] {
  return ['publishBefore', 'outAt'].map(
    (name) => new TableColumn({ name, type: 'datetime', precision: 3, isNullable: true }),
  );
}
