// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const TRACE = 'livret_bridge_trace';
const READING = 'livret_bridge_reading';
const BILAN = 'livret_bridge_bilan';
const HANDED = 'livret_bridge_handed';

/**
 * The digest and the content of publications in the history (ADR 58), and readings of copies by pupil and day. Frozen: a change
 * is another migration. MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
 */
export class KeepPublications1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of traceColumns()) {
      if (!(await runner.hasColumn(TRACE, column.name))) await runner.addColumn(TRACE, column);
    }
    await runner.createTable(readingTable(), true);
    // Of a bilan that is signed or published now, the digest is known. Of earlier signatures nobody kept it.
    for (const [what, at] of Object.entries({ signed: 'signedAt', published: 'publishedAt' })) {
      const now = `FROM ${BILAN} b WHERE b.school = ${TRACE}.school AND b.id = ${TRACE}.bilanId AND b.${at} = ${TRACE}.at`;
      await runner.query(
        `UPDATE ${TRACE} SET sha256 = (SELECT b.sha256 ${now}) WHERE what = '${what}' AND EXISTS (SELECT 1 ${now})`,
      );
    }
    await runner.query(
      `INSERT INTO ${READING} (id, school, pupilId, personId, day, at)
       SELECT MIN(t.id), t.school, t.pupilId, t.personId, t.readOn, MIN(t.at) ${readTraces()}
       GROUP BY t.school, t.pupilId, t.personId, t.readOn HAVING MIN(t.id) NOT IN (SELECT id FROM ${READING})`,
    );
    await runner.query(`DELETE FROM ${TRACE} WHERE id IN (SELECT id FROM (SELECT t.id ${readTraces()}) read_copies)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasTable(READING)) {
      const copy = `SELECT MAX(h.id) FROM ${HANDED} h WHERE h.school = r.school AND h.pupilId = r.pupilId`;
      await runner.query(
        `INSERT INTO ${TRACE} (id, school, bilanId, pupilId, personId, personName, what, day, readOn, at, word)
         SELECT r.id, r.school, (${copy}), r.pupilId, r.personId, NULL, 'read', r.day, r.day, r.at, NULL FROM ${READING} r
         WHERE EXISTS (${copy.replace('MAX(h.id)', '1')}) AND r.id NOT IN (SELECT id FROM (SELECT id FROM ${TRACE}) there)`,
      );
      await runner.dropTable(READING);
    }
    for (const { name } of traceColumns())
      if (await runner.hasColumn(TRACE, name)) await runner.dropColumn(TRACE, name);
  }
}

/** Readings of copies of other schools. */
function readTraces(): string {
  return `FROM ${TRACE} t JOIN ${HANDED} h ON h.school = t.school AND h.id = t.bilanId WHERE t.readOn IS NOT NULL`;
}

function traceColumns(): TableColumn[] {
  return [
    new TableColumn({ name: 'sha256', type: 'varchar', length: '64', isNullable: true }),
    new TableColumn({ name: 'content', type: 'text', isNullable: true }),
  ];
}

function readingTable(): Table {
  const id = { type: 'varchar', length: '36' };
  return new Table({
    name: READING,
    columns: [
      new TableColumn({ name: 'id', ...id, isPrimary: true }),
      new TableColumn({ name: 'school', type: 'varchar', length: '8' }),
      new TableColumn({ name: 'pupilId', ...id }),
      new TableColumn({ name: 'personId', ...id, isNullable: true }),
      new TableColumn({ name: 'day', type: 'varchar', length: '10' }),
      new TableColumn({ name: 'at', type: 'datetime', precision: 3 }),
    ],
    indices: [
      new TableIndex({ name: `${READING}_day`, columnNames: ['school', 'pupilId', 'personId', 'day'], isUnique: true }),
      new TableIndex({ name: `${READING}_person`, columnNames: ['school', 'personId', 'day'] }),
    ],
  });
}
