// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { moveChoices } from './move-choices.js';
import { movePerson } from './move-person.js';

/** Gives out and erases the data about people, and moves rows when two people or two classes become one. */
export function registerPersonalData(
  { personalData, moveGroup }: Pick<LivretBrick, 'personalData' | 'moveGroup'>,
  catalogues: Catalogues,
): void {
  personalData({
    exportPerson: (person) => exportPerson(person, catalogues),
    erasePerson,
    movePerson: (move) => movePerson(move, { catalogues, clock: move.clock }),
  });
  moveGroup(moveChoices);
}
