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
