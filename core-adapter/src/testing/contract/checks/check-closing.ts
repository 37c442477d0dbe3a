// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { interruptWork, finishWork } from '../interrupt-work.js';
import { fault } from '../fault.js';
import { changedAmong, readBrickContents } from '../stored-data.js';
import { SCHOOLS } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';

/** Closes a school, once interrupted and then twice: nothing of that school is left, and all data of the other school stays. */
export async function checkClosing(bench: ContractBench, { closeSchool }: PersonalDataHandlers): Promise<void> {
  const [school, other] = SCHOOLS;
  const where = `closeSchool of ${school}`;
  const before = await readBrickContents(bench);
  await interruptWork(bench, school, closeSchool);
  await finishWork(bench, school, where, closeSchool);
  const after = await readBrickContents(bench);

  const row = [...after.rows.values()].find((one) => one.school === school);
  if (row) fault(`${where} leaves rows in ${row.table}; delete them all.`);
  if (after.files.some((file) => file.school === school)) {
    fault(
      `${where} leaves the content of a file, when it is interrupted and run again; remove the content first, let ` +
        'errors throw, and delete the rows last.',
    );
  }
  const [elsewhere] = changedAmong(before, after, (one) => one.school !== school);
  if (elsewhere) fault(`${where} changes ${elsewhere.table} of ${String(elsewhere.school)}; keep to the \`db\` given.`);
  const kept = ({ files }: typeof before): number => files.filter((file) => file.school === other).length;
  if (kept(after) < kept(before)) fault(`${where} removes files of ${other}; keep to the \`storage\` given.`);
}
