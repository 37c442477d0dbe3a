// SPDX-License-Identifier: EUPL-1.2
import type { ContractBench } from '../contract-bench.js';
import { fault, reasonOf } from '../fault.js';
import { rowKey, type Row } from '../rows.js';
import { SCHOOLS } from '../sample-people.js';
import {
  byExample,
  changedAmong,
  columnOf,
  readBrickContents,
  rowNames,
  type BrickContents,
  type StoredData,
} from '../stored-data.js';
import { withoutWorkedOut } from '../without-worked-out.js';

/** A move of rows from one id to another, in the first school. */
export interface TestedMove {
  /** Begins each fault: « movePerson of pupil to classmate in 0390001X ». */
  readonly where: string;
  readonly from: string;
  readonly to: string;
  readonly storedData: readonly StoredData[];
  /** No row names `to`, so each row must arrive. */
  readonly isAlone: boolean;
  /** Calls the handler of the brick. */
  readonly run: () => Promise<void>;
}

/** The school in which rows are moved. */
export const [SCHOOL_OF_MOVES] = SCHOOLS;

/**
 * Moves rows twice, as the host does for rows that come late. Fails unless the old id is gone, rows of other ids and schools stay as
 * they are, and the second move changes nothing.
 */
export async function checkRowsFollow(bench: ContractBench, tested: TestedMove): Promise<void> {
  const { where, from, to, storedData, isAlone } = tested;
  const before = await readBrickContents(bench);
  await move(bench, tested);
  const after = await readBrickContents(bench);

  const left = [...after.rows.values()].find((row) => row.school === SCHOOL_OF_MOVES && rowNames(row, from));
  if (left)
    fault(
      `${where} leaves the old id in ${columnOf(left, from)} of ${left.table}${byExample(left, storedData)}; ` +
        'write the id of "to" there.',
    );
  const isForeign = (row: Row): boolean => row.school !== SCHOOL_OF_MOVES;
  const [elsewhere] = changedAmong(before, after, isForeign);
  if (elsewhere) fault(`${where} changes ${elsewhere.table} of ${String(elsewhere.school)}; keep to the \`db\` given.`);
  const isOfThem = (row: Row): boolean => namedAny(before, row, [from, to]);
  const [strange] = changedAmong(
    withoutWorkedOut(before, bench),
    withoutWorkedOut(after, bench),
    (row) => !isForeign(row) && !isOfThem(row),
  );
  if (strange) fault(`${where} changes rows of ${strange.table} about neither of them; leave what is somebody else's.`);
  if (isAlone) checkArrived(before, after, tested);
  await move(bench, tested);
  const [again] = changedAmong(after, await readBrickContents(bench), () => true);
  if (again) fault(`${where} changes ${again.table} when it runs again; where no row has the old id, change nothing.`);
}

/** In a transaction, as the host does it. */
async function move({ host }: ContractBench, { where, run }: TestedMove): Promise<void> {
  try {
    await host.host.database.unitOfWork.transaction(run);
  } catch (error) {
    fault(`${where} fails (${reasonOf(error)}); where two rows of a unique key meet, say which one stays.`);
  }
}

/** Whether the row named one of these ids before; a new row is the brick's own decision. */
function namedAny({ rows }: BrickContents, row: Row, ids: readonly string[]): boolean {
  const was = rows.get(rowKey(row));
  return was === undefined || ids.some((id) => rowNames(was, id));
}

/** Every row with the old id is still there and has the new one. */
function checkArrived(before: BrickContents, after: BrickContents, { where, from, to, storedData }: TestedMove): void {
  for (const [key, row] of before.rows) {
    if (row.school !== SCHOOL_OF_MOVES || !rowNames(row, from)) continue;
    const now = after.rows.get(key);
    const table = row.table + byExample(row, storedData);
    if (!now) fault(`${where} deletes a row of ${table}; give it to "to", who has none like it.`);
    else if (!rowNames(now, to)) fault(`${where} takes the id out of ${table}; write the id of "to" there.`);
  }
}
