// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { fault } from '../fault.js';
import {
  columnOf,
  deleteAllData,
  storeExamplesFor,
  rowNames,
  type StoredData,
  changedAmong,
  readBrickContents,
  schoolsOf,
} from '../stored-data.js';
import type { Row } from '../rows.js';
import { SAMPLE_PEOPLE, type SamplePerson, SCHOOLS } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';
import { checkErasure } from './check-erasure.js';
import { checkExportColumns } from './check-export-columns.js';
import { interruptWork, finishWork } from '../interrupt-work.js';
import { exportAsText } from '../export-as-text.js';
import { isExportedLater } from './is-exported-later.js';

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

/** Closes a school, once interrupted and then twice: nothing of that school is left, and all data of the other school stays. */
async function checkClosing(bench: ContractBench, { closeSchool }: PersonalDataHandlers): Promise<void> {
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

/** exportPerson gives out all data of the person in a school, and none of other people or schools. */
async function checkExport(
  bench: ContractBench,
  handlers: PersonalDataHandlers,
  role: SamplePerson['role'],
  storedData: readonly StoredData[],
): Promise<void> {
  const personId = bench.ids.personOf(role);
  const belongsToPerson = ({ rows }: StoredData): boolean => rows.some((row) => rowNames(row, personId));
  const isOwedNow = ({ rows: of }: StoredData): boolean =>
    of.some((row) => rowNames(row, personId) && !isExportedLater(bench, row));
  const { rows, files } = await readBrickContents(bench);
  const allText = [...rows.values()].map((row) => row.text).join() + files.map(({ content }) => content).join();

  for (const school of schoolsOf(role)) {
    const given = await exportAsText(bench, handlers, role, school);
    for (const stored of storedData) {
      const { marker, example } = stored;
      const isOwed = stored.school === school && isOwedNow(stored) && allText.includes(marker);
      if (isOwed && !given.includes(marker)) {
        const table = stored.rows.find((row) => rowNames(row, personId))?.table ?? '';
        fault(
          `exportPerson of ${role} in ${school} lacks rows of ${table} about the person, which ${example} wrote; ` +
            'export every row with the id of the person, and the content of its file.',
        );
      }
      if (given.includes(marker) && stored.school !== school) {
        fault(
          `exportPerson of ${role} in ${school} exports data of ${stored.school}, which ${example} wrote; query the given \`db\`.`,
        );
      }
      if (given.includes(marker) && !belongsToPerson(stored)) {
        fault(
          `exportPerson of ${role} in ${school} exports data of another person, which ${example} wrote; select rows by the id of the person.`,
        );
      }
    }
  }
}
