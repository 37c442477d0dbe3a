// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const COPY = 'messaging_copy';
const REPORT = 'messaging_report';
const RECALLED = 'messaging_copy_recalled';
const NEWEST = ['school', 'ownerId', 'at', 'messageId', 'box', 'hiddenAt'];

/**
 * When a copy was first shown, when it was taken back, and until when a report of it shows the text. Nobody knows which copies were shown
 * before: all count as shown. Frozen: a change is another migration.
 */
export class KeepShown1796083200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
    await addInstant(runner, COPY, 'recalledAt');
    await addInstant(runner, REPORT, 'textUntil');
    await addInstant(runner, COPY, 'shownAt');
    await runner.query(
      `UPDATE ${COPY} SET shownAt = COALESCE(readAt, at) WHERE shownAt IS NULL AND recalledAt IS NULL`,
    );
    await setIndex(runner, 'messaging_copy_newest', [...NEWEST, 'recalledAt']);
    await setIndex(runner, RECALLED, ['school', 'recalledAt']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await setIndex(runner, 'messaging_copy_newest', NEWEST);
    await dropIndex(runner, RECALLED);
    if (await runner.hasColumn(COPY, 'recalledAt')) {
      await removeRecalled(runner);
      await runner.dropColumn(COPY, 'recalledAt');
    }
    if (await runner.hasColumn(COPY, 'shownAt')) await runner.dropColumn(COPY, 'shownAt');
    if (await runner.hasColumn(REPORT, 'textUntil')) await runner.dropColumn(REPORT, 'textUntil');
  }
}

/** Earlier versions would show the words. Where such a copy stood for its thread in a list, the newest of the others does. */
async function removeRecalled(runner: QueryRunner): Promise<void> {
  const lines = await query<Line>(
    runner,
    `SELECT school, ownerId, threadId, box FROM ${COPY} WHERE recalledAt IS NOT NULL AND isLast AND box IN ('inbox', 'archive', 'trash')`,
  );
  await runner.query(`DELETE FROM ${COPY} WHERE recalledAt IS NOT NULL`);
  for (const { school, ownerId, threadId, box } of lines) {
    const [next] = await query<{ id: string }>(
      runner,
      `SELECT id FROM ${COPY} WHERE school = ? AND ownerId = ? AND threadId = ? AND box = ? AND hiddenAt IS NULL
       ORDER BY at DESC, id DESC LIMIT 1`,
      [school, ownerId, threadId, box],
    );
    if (next) await runner.query(`UPDATE ${COPY} SET isLast = ? WHERE id = ?`, [true, next.id]);
  }
}

interface Line {
  readonly school: string;
  readonly ownerId: string;
  readonly threadId: string;
  readonly box: string;
}

async function query<T>(runner: QueryRunner, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await runner.query(sql, [...values])) as T[];
}

async function addInstant(runner: QueryRunner, table: string, name: string): Promise<void> {
  if (await runner.hasColumn(table, name)) return;
  await runner.addColumn(table, new TableColumn({ name, type: 'datetime', precision: 3, isNullable: true }));
}

async function setIndex(runner: QueryRunner, name: string, columnNames: string[]): Promise<void> {
  await dropIndex(runner, name);
  await runner.createIndex(COPY, new TableIndex({ name, columnNames }));
}

async function dropIndex(runner: QueryRunner, name: string): Promise<void> {
  const found = (await runner.getTable(COPY))?.indices.find((one) => one.name === name);
  if (found) await runner.dropIndex(COPY, found);
}
