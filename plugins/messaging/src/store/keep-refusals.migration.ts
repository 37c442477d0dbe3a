// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const REPORT = 'messaging_report';
const ONCE = 'messaging_report_message';
const BY_MESSAGE = ['school', 'messageId', 'reportedBy'];

/**
 * Each word of a refusal, which the next sending of the message overwrote before, and one report for each of them. Frozen: a change is another
 * migration.
 */
export class KeepRefusals1796601600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
    const columns = [
      ...['id', 'messageId', 'reviewId'].map((name) => ({
        ...{ name, type: 'varchar', length: '36', isPrimary: name === 'id' },
      })),
      { name: 'school', type: 'varchar', length: '8' },
      { name: 'decidedBy', type: 'varchar', length: '36', isNullable: true },
      { name: 'decidedAt', type: 'datetime', precision: 3 },
      { name: 'word', type: 'varchar', length: '500' },
    ];
    const indices = [{ name: 'messaging_refusal_message', columnNames: ['school', 'messageId'] }];
    await runner.createTable(new Table({ name: 'messaging_refusal', columns, indices }), true);
    // The words that are still there: of messages that were not sent again.
    await runner.query(
      `INSERT INTO messaging_refusal (id, school, messageId, reviewId, decidedBy, decidedAt, word)
       SELECT r.id, r.school, r.messageId, r.id, r.decidedBy, r.decidedAt, r.word FROM messaging_review r
       WHERE r.word IS NOT NULL AND r.decidedAt IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM messaging_refusal f WHERE f.id = r.id)`,
    );
    if (!(await runner.hasColumn(REPORT, 'refusalId')))
      await runner.addColumn(
        REPORT,
        new TableColumn({ name: 'refusalId', type: 'varchar', length: '36', default: "''" }),
      );
    await setIndex(runner, [...BY_MESSAGE, 'refusalId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REPORT, 'refusalId')) {
      await nameOnce(runner);
      await setIndex(runner, BY_MESSAGE);
      await runner.dropColumn(REPORT, 'refusalId');
    }
    await runner.dropTable('messaging_refusal', true);
  }
}

/** Earlier versions have one report of a message by one person: the newest keeps the name, and all keep what they say. */
async function nameOnce(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    `SELECT id, school, messageId, reportedBy FROM ${REPORT} WHERE reportedBy IS NOT NULL ORDER BY reportedAt DESC, id DESC`,
  )) as Readonly<Record<'id' | 'school' | 'messageId' | 'reportedBy', string>>[];
  const named = new Set<string>();
  for (const { id, school, messageId, reportedBy } of rows) {
    const key = `${school} ${messageId} ${reportedBy}`;
    if (named.has(key)) await runner.query(`UPDATE ${REPORT} SET reportedBy = NULL WHERE id = ?`, [id]);
    named.add(key);
  }
}

async function setIndex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  const found = (await runner.getTable(REPORT))?.indices.find(({ name }) => name === ONCE);
  if (found) await runner.dropIndex(REPORT, found);
  await runner.createIndex(REPORT, new TableIndex({ name: ONCE, columnNames, isUnique: true }));
}
