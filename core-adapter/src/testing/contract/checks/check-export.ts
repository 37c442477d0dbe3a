// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { exported } from '../exported.js';
import { fault } from '../fault.js';
import { readHoldings, rowNames, schoolsOf, type Keeping } from '../keepings.js';
import type { SamplePerson } from '../sample-people.js';
import type { Stand } from '../stand.js';

/** exportPerson gives out all data of the person in a school, and none of other persons or schools. */
export async function checkExport(
  stand: Stand,
  handlers: PersonalDataHandlers,
  role: SamplePerson['role'],
  keepings: readonly Keeping[],
): Promise<void> {
  const personId = stand.ids.personOf(role);
  const isHis = ({ rows }: Keeping): boolean => rows.some((row) => rowNames(row, personId));
  const { rows, files } = await readHoldings(stand);
  const stored = [...rows.values()].map((row) => row.text).join() + files.map(({ content }) => content).join();

  for (const school of schoolsOf(role)) {
    const given = await exported(stand, handlers, role, school);
    for (const keeping of keepings) {
      const { marker } = keeping;
      const isOwed = keeping.school === school && isHis(keeping) && stored.includes(marker);
      if (isOwed && !given.includes(marker)) {
        const table = keeping.rows.find((row) => rowNames(row, personId))?.table ?? '';
        fault(
          `exportPerson of ${role} in ${school} lacks what ${table} holds of him; give out every row with his id, and ` +
            'the content of its file.',
        );
      }
      if (given.includes(marker) && keeping.school !== school) {
        fault(
          `exportPerson of ${role} in ${school} gives out what is of ${keeping.school}; read it by the \`db\` given.`,
        );
      }
      if (given.includes(marker) && !isHis(keeping)) {
        fault(`exportPerson of ${role} in ${school} gives out what is somebody else’s; look for rows with his id.`);
      }
    }
  }
}
