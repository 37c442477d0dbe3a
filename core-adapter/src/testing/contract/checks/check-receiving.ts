// SPDX-License-Identifier: EUPL-1.2
import type { ContractBench } from '../contract-bench.js';
import { fault } from '../fault.js';
import { receiveExample } from '../receive-example.js';
import { emptyTables, rowKey, type Row } from '../rows.js';
import { TARGETS } from '../sample-people.js';
import { columnOf, rowNames } from '../stored-data.js';

const target = TARGETS.cm1;

/**
 * A copy is written once, for its pupil and nobody else. A later revision replaces it; a copy with another key or from another school does
 * not.
 */
export async function checkReceiving(bench: ContractBench): Promise<void> {
  const { receive } = bench.brick;
  if (!receive) return;
  await emptyTables(bench);
  const first = await receiveExample(bench, receive, { target, pupil: 'pupil' });
  checkNamed(bench, first.rows, 'pupil');
  const other = await receiveExample(bench, receive, { target, pupil: 'classmate' });
  checkNamed(bench, other.rows, 'classmate');
  refuseChange(first.rows, other.rows, 'for another pupil', 'look for the row by pupilId, school of origin and key');

  const again = await receiveExample(bench, receive, { target, pupil: 'pupil', revision: 2 });
  const added = again.rows.find((row) => !first.rows.some((one) => rowKey(one) === rowKey(row)));
  if (added)
    fault(`handOver.receive adds a row of ${added.table} for a further revision; update the row that is there.`);
  if (again.rows.length === 0)
    fault('handOver.receive keeps the former content of a copy; replace it by the revision.');
  refuseChange(other.rows, again.rows, 'for another pupil', 'look for the row by pupilId, school of origin and key');

  const key = await receiveExample(bench, receive, { target, pupil: 'pupil', key: 'contract-2' });
  refuseChange(again.rows, key.rows, 'under another key', 'look for the row by its key, too');
  const from = await receiveExample(bench, receive, { target, pupil: 'pupil', from: '0390009Z' });
  refuseChange([...again.rows, ...key.rows], from.rows, 'from another school', 'look for the row by its origin, too');
  await emptyTables(bench);
}

function checkNamed({ ids }: ContractBench, rows: readonly Row[], pupil: 'pupil' | 'classmate'): void {
  const pupilId = ids.personOf(pupil);
  const row = rows.find((one) => rowNames(one, pupilId));
  if (!row)
    fault(`handOver.receive writes no row with the id of the pupil (${pupil}); write \`pupilId\` of the parcel.`);
  else if (row.values['pupilId'] !== pupilId)
    fault(`handOver.receive writes the pupil into ${columnOf(row, pupilId)} of ${row.table}; name the column pupilId.`);
}

function refuseChange(kept: readonly Row[], changed: readonly Row[], when: string, remedy: string): void {
  const row = changed.find((one) => kept.some((other) => rowKey(other) === rowKey(one)));
  if (row) fault(`handOver.receive changes the row of ${row.table} of another copy ${when}; ${remedy}.`);
}
