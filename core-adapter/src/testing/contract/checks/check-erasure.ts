// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { interruptWork, finishWork } from '../interrupt-work.js';
import { fault } from '../fault.js';
import {
  byExample,
  changedAmong,
  columnOf,
  missingFiles,
  readBrickContents,
  rowNames,
  schoolsOf,
  unnamedFiles,
  type BrickContents,
  type StoredData,
} from '../stored-data.js';
import type { Row } from '../rows.js';
import type { SamplePerson } from '../sample-people.js';
import { withoutWorkedOut } from '../without-worked-out.js';
import type { ContractBench } from '../contract-bench.js';

/** Erases a person in each of their schools in turn, each time once interrupted and then twice. */
export async function checkErasure(
  bench: ContractBench,
  { erasePerson }: PersonalDataHandlers,
  role: SamplePerson['role'],
  storedData: readonly StoredData[],
): Promise<void> {
  const person = await bench.identityOf(role);
  const { personId } = person;
  for (const school of schoolsOf(role)) {
    const where = `erasePerson of ${role} in ${school}`;
    const before = await readBrickContents(bench);
    await interruptWork(bench, school, (data) => erasePerson({ ...data, ...person }));
    await finishWork(bench, school, where, (data) => erasePerson({ ...data, ...person }));
    const after = await readBrickContents(bench);
    checkRows(before, after, where, { personId, school, storedData });
    checkOthers(withoutWorkedOut(before, bench), withoutWorkedOut(after, bench), where, personId);
    checkFiles(before, after, where);
  }
}

function checkRows(
  before: BrickContents,
  after: BrickContents,
  where: string,
  { personId, school, storedData }: { personId: string; school: string; storedData: readonly StoredData[] },
): void {
  const [elsewhere] = changedAmong(before, after, (row) => row.school !== school);
  if (elsewhere) fault(`${where} changes ${elsewhere.table} of ${String(elsewhere.school)}; keep to the \`db\` given.`);

  const here = [...after.rows].filter(([, row]) => row.school === school);
  const naming = here.find(([, row]) => rowNames(row, personId));
  if (naming) {
    const [, row] = naming;
    fault(
      `${where} leaves the id of the person in ${columnOf(row, personId)} of ${row.table}${byExample(row, storedData)}; ` +
        'delete the row, or take the id out.',
    );
  }
  const alone = here.find(([key]) => isHisAlone(before.rows.get(key), personId));
  if (alone) {
    const [, row] = alone;
    fault(
      `${where} leaves in ${row.table} data of the person alone${byExample(row, storedData)} ("pupilId", or "ownerId" and ` +
        'no "groupId"); delete the row.',
    );
  }
}

function checkOthers(before: BrickContents, after: BrickContents, where: string, personId: string): void {
  const [others] = changedAmong(before, after, (row) => !namedIn(before, row, personId));
  if (others)
    fault(`${where} changes rows of ${others.table} without the id of the person; leave data of others as it is.`);
}

function namedIn({ rows }: BrickContents, row: Row, personId: string): boolean {
  const was = [...rows.values()].find(({ table, values }) => table === row.table && values['id'] === row.values['id']);
  return was !== undefined && rowNames(was, personId);
}

function isHisAlone(row: Row | undefined, personId: string): boolean {
  if (row?.values['pupilId'] === personId) return true;
  return row?.values['ownerId'] === personId && row.values['groupId'] == null;
}

function checkFiles(before: BrickContents, after: BrickContents, where: string): void {
  const unnamed = new Set(unnamedFiles(before).map(({ key }) => key));
  if (unnamedFiles(after).some(({ key }) => !unnamed.has(key))) {
    fault(
      `${where} leaves the content of a file without a row, when it is interrupted and run again; remove the ` +
        'content first, let errors throw, and delete the row last.',
    );
  }
  if (missingFiles(before, after).length > 0) {
    fault(`${where} removes the content of a file although its row stays; remove only files of the person alone.`);
  }
}
