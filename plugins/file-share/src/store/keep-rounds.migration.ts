// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const PART = 'file_share_work_pupil';
const ROUND = 'file_share_work_round';
const COLUMN = 'takenBackAt';

/**
 * Each time that a part was given back is kept, and so is the instant at which one was taken back (ADR 68). Frozen: a change is another
 * migration.
 */
export class KeepRounds1796342400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself. What is written afterwards can be written again after a crash.
    if (!(await runner.hasColumn(PART, COLUMN))) await runner.addColumn(PART, instant(COLUMN, true));
    await runner.createTable(rounds(), true);
    await runner.query(`DELETE FROM ${ROUND}`);
    // Of a part that was handed in again, the word is a newer one already.
    await runner.query(
      `INSERT INTO ${ROUND} (id, school, workId, partId, groupId, pupilId, word, handedInAt, late, answer, givenBackAt, state)
       SELECT id, school, workId, id, groupId, pupilId,
         CASE WHEN state IN ('corrected', 'again') THEN word ELSE '' END,
         CASE WHEN state IN ('corrected', 'again') THEN handedInAt END,
         late, answer, givenBackAt, CASE WHEN state = 'corrected' THEN 'corrected' ELSE 'again' END
       FROM ${PART} WHERE givenBackAt IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE ${PART} SET state = CASE WHEN givenBackAt IS NULL THEN 'started' ELSE 'again' END, handedInAt = NULL
       WHERE state = 'handedIn' AND ${COLUMN} IS NOT NULL`,
    );
    await runner.dropTable(ROUND, true);
    await runner.dropColumn(PART, COLUMN);
  }
}

function rounds(): Table {
  return new Table({
    name: ROUND,
    columns: [
      new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
      ...[text('school', 8), text('workId', 36), text('partId', 36), text('groupId', 36), text('pupilId', 36)],
      ...[long('word'), instant('handedInAt', true), new TableColumn({ name: 'late', type: 'boolean' })],
      ...[long('answer'), instant('givenBackAt'), text('state', 9)],
    ],
    indices: [
      new TableIndex({ name: `${ROUND}_part`, columnNames: ['school', 'partId', 'givenBackAt'] }),
      new TableIndex({ name: `${ROUND}_pupil`, columnNames: ['school', 'pupilId'] }),
      new TableIndex({ name: `${ROUND}_work`, columnNames: ['school', 'workId'] }),
    ],
  });
}

function text(name: string, length: number): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length) });
}

function long(name: string): TableColumn {
  return new TableColumn({ name, type: 'text' });
}

function instant(name: string, isNullable = false): TableColumn {
  return new TableColumn({ name, type: 'datetime', precision: 3, isNullable });
}
