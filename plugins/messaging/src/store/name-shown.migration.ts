// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const REPORT = 'messaging_report';
const COLUMN = 'shownSentAt';
const ONCE = 'messaging_report_message';
const BEFORE = ['school', 'messageId', 'reportedBy', 'refusalId'];

/**
 * The instant of a message that a teacher showed has a column of its own: it stood in that of the refusal of a reported word. Frozen: a change
 * is another migration.
 */
export class NameShown1796774820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
    if (!(await runner.hasColumn(REPORT, COLUMN)))
      await runner.addColumn(REPORT, new TableColumn({ name: COLUMN, type: 'varchar', length: '24', default: "''" }));
    // The index comes first: the teacher may have received and reported the same message later.
    await setIndex(runner, [...BEFORE, COLUMN]);
    await runner.query(
      `UPDATE ${REPORT} SET ${COLUMN} = refusalId, refusalId = '' WHERE refusalId <> '' AND word IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(REPORT, COLUMN))) return;
    await runner.query(`UPDATE ${REPORT} SET refusalId = ${COLUMN} WHERE ${COLUMN} <> ''`);
    await setIndex(runner, BEFORE);
    await runner.dropColumn(REPORT, COLUMN);
  }
}

async function setIndex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  const found = (await runner.getTable(REPORT))?.indices.find(({ name }) => name === ONCE);
  if (found) await runner.dropIndex(REPORT, found);
  await runner.createIndex(REPORT, new TableIndex({ name: ONCE, columnNames, isUnique: true }));
}
