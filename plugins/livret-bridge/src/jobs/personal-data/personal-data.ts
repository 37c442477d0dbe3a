// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '@volee/core-adapter';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';
import { TABLES } from '../../store/tables.js';

/** Gives out and erases the data about persons, and moves it when two persons become one. */
export function registerPersonalData(
  { personalData, clock }: Pick<LivretBrick, 'personalData' | 'clock'>,
  catalogues: Catalogues,
): void {
  personalData({
    exportPerson: (person) => exportPerson(person, catalogues),
    erasePerson,
    movePerson: (move) => movePerson(move, { catalogues, clock }),
    closeSchool,
  });
}

/** Removes every row of the school. */
async function closeSchool({ db }: Pick<SchoolData, 'db'>): Promise<void> {
  await db.transaction(async () => {
    for (const entity of TABLES) await db.repository<{ school: string }>(entity).delete({});
  });
}
