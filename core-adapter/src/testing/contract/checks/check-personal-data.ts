// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { fault } from '../fault.js';
import { columnOf, deleteAllData, storeExamplesFor, rowNames, type StoredData } from '../stored-data.js';
import type { Row } from '../rows.js';
import { SAMPLE_PEOPLE, type SamplePerson } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';
import { checkClosing } from './check-closing.js';
import { checkErasure } from './check-erasure.js';
import { checkExport } from './check-export.js';
import { checkExportColumns } from './check-export-columns.js';

/** People who leave: two of both schools, one of one school. */
const LEAVERS: readonly SamplePerson['role'][] = ['teacherInBothSchools', 'guardianInBothSchools', 'pupil'];
/** People who stay, with every profile and in every school. */
const OTHERS: readonly SamplePerson['role'][] = [
  'teacher',
  'head',
  'guardian',
  'pupilOfOtherClass',
  'pupilOfOtherSchool',
  'teacherOfOtherSchool',
];

const PEOPLE = SAMPLE_PEOPLE.filter(({ role }) => [...LEAVERS, ...OTHERS].includes(role));

/** A person's data is exported to them and erased with them; a school's data is erased with the school. Nothing else is touched. */
export async function checkPersonalData(bench: ContractBench): Promise<void> {
  await deleteAllData(bench);
  const storedData = await storeExamplesFor(bench, PEOPLE);
  const handlers = handlersOf(bench, storedData);
  if (handlers) {
    for (const role of LEAVERS) await checkExport(bench, handlers, role, storedData);
    await checkExportColumns(bench, handlers, storedData, LEAVERS);
    for (const role of LEAVERS) await checkErasure(bench, handlers, role, storedData);
    await checkClosing(bench, handlers);
  }
  await deleteAllData(bench);
}

/** Undefined when the brick declares that it keeps no personal data and that is true. */
function handlersOf(bench: ContractBench, storedData: readonly StoredData[]): PersonalDataHandlers | undefined {
  const naming = firstNaming(bench, storedData);
  const { personalData } = bench.brick;
  if (!personalData) {
    if (!naming) return undefined;
    const { row, role, column } = naming;
    return fault(
      `The manifest says that nothing is kept about persons, but ${row.table} holds the id of ${role} in ${column}; ` +
        'say in "personalData" what is kept, the purpose and the retention, and give brick.personalData its handlers.',
    );
  }
  if (!naming) {
    fault(
      'No example writes a row with the id of a person, so exportPerson and erasePerson are not tested; have one ' +
        'write `personId`, or declare in "personalData" of the manifest that there is none.',
    );
  }
  return personalData;
}

function firstNaming(
  bench: ContractBench,
  storedData: readonly StoredData[],
): { row: Row; role: SamplePerson['role']; column: string } | undefined {
  const rows = storedData.flatMap((stored) => stored.rows);
  for (const { role } of PEOPLE) {
    const id = bench.ids.personOf(role);
    const row = rows.find((one) => rowNames(one, id));
    if (row) return { row, role, column: columnOf(row, id) };
  }
  return undefined;
}
