// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';

const REPORT = 'messaging_report';
const OPENING = 'messaging_opening';
const COLUMNS = [
  new TableColumn({ name: 'openedBy', type: 'varchar', length: '36', isNullable: true }),
  new TableColumn({ name: 'openedAt', type: 'datetime', precision: 3, isNullable: true }),
  new TableColumn({ name: 'openedFor', type: 'varchar', length: '500', isNullable: true }),
];

/** Each opening of a thread by a head, of which a report had the last one alone. Frozen: a change is another migration. */
export class ListOpenings1796774640000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
    const columns = [
      ...['id', 'reportId', 'messageId'].map((name) => ({
        ...{ name, type: 'varchar', length: '36', isPrimary: name === 'id' },
      })),
      { name: 'school', type: 'varchar', length: '8' },
      { name: 'openedBy', type: 'varchar', length: '36', isNullable: true },
      { name: 'openedAt', type: 'datetime', precision: 3 },
      { name: 'reason', type: 'varchar', length: '500' },
      { name: 'endedAt', type: 'datetime', precision: 3, isNullable: true },
    ];
    const indices = [
      { name: 'messaging_opening_message', columnNames: ['school', 'messageId'] },
      { name: 'messaging_opening_report', columnNames: ['school', 'reportId'] },
    ];
    await runner.createTable(new Table({ name: OPENING, columns, indices }), true);
    if (await runner.hasColumn(REPORT, 'openedAt'))
      await runner.query(
        `INSERT INTO ${OPENING} (id, school, reportId, messageId, openedBy, openedAt, reason, endedAt)
         SELECT r.id, r.school, r.id, r.messageId, r.openedBy, r.openedAt, COALESCE(r.openedFor, ''),
           CASE WHEN r.state = 'closed' THEN r.closedAt END
         FROM ${REPORT} r
         WHERE r.openedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${OPENING} o WHERE o.id = r.id)`,
      );
    // The instant goes last: without it, nothing is left to read.
    for (const name of ['openedBy', 'openedFor', 'openedAt'])
      if (await runner.hasColumn(REPORT, name)) await runner.dropColumn(REPORT, name);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS)
      if (!(await runner.hasColumn(REPORT, column.name))) await runner.addColumn(REPORT, column);
    if (!(await runner.hasTable(OPENING))) return;
    // Earlier versions know the last opening of a report, and none of before it was made again.
    const last = (column: string): string =>
      `(SELECT o.${column} FROM ${OPENING} o WHERE o.reportId = ${REPORT}.id
        AND (o.endedAt IS NULL OR ${REPORT}.state = 'closed') ORDER BY o.openedAt DESC, o.id DESC LIMIT 1)`;
    await runner.query(
      `UPDATE ${REPORT} SET openedBy = ${last('openedBy')}, openedFor = ${last('reason')}, openedAt = ${last('openedAt')}`,
    );
    await runner.dropTable(OPENING, true);
  }
}
