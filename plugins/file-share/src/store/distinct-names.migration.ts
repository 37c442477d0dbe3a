// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { foldName, freeName } from './names/free-name.js';
import { placeOf } from './place-of.js';

const TABLE = 'file_share_file';
const INDEX = 'file_share_file_place';

interface SpaceFound {
  readonly school: string;
  readonly groupId: string | null;
  readonly ownerId: string | null;
}

interface FileFound {
  readonly id: string;
  readonly name: string;
}

/** Makes file names unique within a space, also for concurrent uploads. Frozen: a change needs another migration. */
export class DistinctNames1764028800071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table separately, so the column may exist after a crash.
    if (!(await runner.hasColumn(TABLE, 'place'))) await runner.addColumn(TABLE, place(true));
    const spaces = (await runner.query(`SELECT DISTINCT school, groupId, ownerId FROM ${TABLE}`)) as SpaceFound[];
    for (const space of spaces) await placeFiles(runner, space);
    await runner.changeColumn(TABLE, 'place', place(false));
    await runner.createIndex(TABLE, new TableIndex({ name: INDEX, columnNames: ['school', 'place'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX);
    await runner.dropColumn(TABLE, 'place');
  }
}

/** The oldest file keeps its name; newer ones get a number, without taking the name of another file. */
async function placeFiles(runner: QueryRunner, space: SpaceFound): Promise<void> {
  const [column, owner] = space.groupId === null ? ['ownerId', space.ownerId] : ['groupId', space.groupId];
  const files = (await runner.query(
    `SELECT id, name FROM ${TABLE} WHERE school = ? AND ${column} = ? ORDER BY addedAt, id`,
    [space.school, owner],
  )) as FileFound[];
  const names = files.map(({ name }) => name);
  const seen = new Set<string>();
  for (const { id, name } of files) {
    const distinct = seen.has(foldName(name)) ? freeName(name, names) : name;
    if (distinct !== name) names.push(distinct);
    seen.add(foldName(distinct));
    const values = [distinct, placeOf(space, distinct), id];
    await runner.query(`UPDATE ${TABLE} SET name = ?, place = ? WHERE id = ?`, values);
  }
}

function place(isNullable: boolean): TableColumn {
  return new TableColumn({ name: 'place', type: 'varchar', length: '64', isNullable });
}
