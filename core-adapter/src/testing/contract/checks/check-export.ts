// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { exportAsText } from '../export-as-text.js';
import { fault } from '../fault.js';
import { readBrickContents, rowNames, schoolsOf, type StoredData } from '../stored-data.js';
import type { SamplePerson } from '../sample-people.js';
import { isExportedLater } from './is-exported-later.js';
import type { ContractBench } from '../contract-bench.js';

/** exportPerson gives out all data of the person in a school, and none of other people or schools. */
export async function checkExport(
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
    for (const example of storedData) {
      const { marker } = example;
      const isOwed = example.school === school && isOwedNow(example) && allText.includes(marker);
      if (isOwed && !given.includes(marker)) {
        const table = example.rows.find((row) => rowNames(row, personId))?.table ?? '';
        fault(
          `exportPerson of ${role} in ${school} lacks rows of ${table} about the person; export every row with the id of the person, and ` +
            'the content of its file.',
        );
      }
      if (given.includes(marker) && example.school !== school) {
        fault(`exportPerson of ${role} in ${school} exports data of ${example.school}; query the given \`db\`.`);
      }
      if (given.includes(marker) && !belongsToPerson(example)) {
        fault(
          `exportPerson of ${role} in ${school} exports data of another person; select rows by the id of the person.`,
        );
      }
    }
  }
}
