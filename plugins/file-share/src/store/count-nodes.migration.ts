// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const NODE = 'file_share_node';
const SPACE = 'file_share_space';

/** Ids in one statement. */
const PART = 500;

interface SpaceFound {
  readonly id: string;
  readonly school: string;
}

interface NodeFound {
  readonly id: string;
  readonly above: string;
  readonly rank: number;
  readonly name: string;
  readonly cost: number | string;
}

/**
 * Folders and files are counted, and each takes 1 kB of a quota. Names with a « İ » are looked for as they are written. Frozen: a change is
 * another migration.
 */
export class CountNodes1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself. What is written afterwards can be written again after a crash.
    for (const table of [NODE, SPACE]) {
      if (!(await runner.hasColumn(table, 'nodes'))) await runner.addColumn(table, nodes(true));
    }
    await runner.query(`UPDATE ${NODE} SET nodes = CASE WHEN name = '' THEN 0 ELSE 1 END`);
    await runner.query(`UPDATE ${SPACE} SET nodes = 0`);
    const spaces = (await runner.query(`SELECT id, school FROM ${SPACE} WHERE kind <> 'total'`)) as SpaceFound[];
    for (const space of spaces) await countSpace(runner, space);
    await addUpSchools(runner);
    await foldNames(runner);
    for (const table of [NODE, SPACE]) await runner.changeColumn(table, 'nodes', nodes(false));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE ${SPACE} SET usedBytes = usedBytes - 1000 * nodes WHERE kind <> 'total'`);
    await addUpSchools(runner);
    for (const table of [SPACE, NODE]) await runner.dropColumn(table, 'nodes');
  }
}

async function countSpace(runner: QueryRunner, { id, school }: SpaceFound): Promise<void> {
  const found = (await runner.query(
    `SELECT id, above, rank, name, cost FROM ${NODE} WHERE school = ? AND spaceId = ?`,
    [school, id],
  )) as NodeFound[];
  const below = new Map<string, number>();
  let count = 0;
  let cost = 0;
  for (const node of found) {
    if (node.rank === 1) cost += Number(node.cost);
    // The root of a space, a work or a part has no name.
    if (node.name === '') continue;
    count += 1;
    for (const folder of node.above.split('/')) if (folder !== '') below.set(folder, (below.get(folder) ?? 0) + 1);
  }
  const idsByCount = new Map<number, string[]>();
  for (const [folder, number] of below) idsByCount.set(number, [...(idsByCount.get(number) ?? []), folder]);
  for (const [number, ids] of idsByCount) {
    for (let first = 0; first < ids.length; first += PART) {
      const part = ids.slice(first, first + PART);
      const marks = part.map(() => '?').join(', ');
      const counted = `nodes = CASE WHEN name = '' THEN 0 ELSE 1 END + ${String(number)}`;
      await runner.query(`UPDATE ${NODE} SET ${counted} WHERE id IN (${marks})`, part);
    }
  }
  await runner.query(`UPDATE ${SPACE} SET nodes = ?, usedBytes = ? WHERE id = ?`, [count, cost + 1000 * count, id]);
}

async function addUpSchools(runner: QueryRunner): Promise<void> {
  const totals = (await runner.query(
    `SELECT school, SUM(usedBytes) AS used FROM ${SPACE} WHERE kind <> 'total' GROUP BY school`,
  )) as { readonly school: string; readonly used: number | string }[];
  for (const { school, used } of totals) {
    await runner.query(`UPDATE ${SPACE} SET usedBytes = ? WHERE school = ? AND kind = 'total'`, [Number(used), school]);
  }
}

/** In lower case, « İ » took two characters, and a long name was cut. What lies in the trash has its id there. */
async function foldNames(runner: QueryRunner): Promise<void> {
  const found = (await runner.query(`SELECT id, name FROM ${NODE} WHERE name LIKE '%İ%' AND foldedName <> id`)) as Pick<
    NodeFound,
    'id' | 'name'
  >[];
  for (const { id, name } of found) {
    const parts = name.normalize('NFC').split('İ');
    const folded = parts.map((part) => part.toLowerCase()).join('İ');
    await runner.query(`UPDATE ${NODE} SET foldedName = ? WHERE id = ?`, [folded, id]);
  }
}

function nodes(isNullable: boolean): TableColumn {
  return new TableColumn({ name: 'nodes', type: 'integer', isNullable });
}
