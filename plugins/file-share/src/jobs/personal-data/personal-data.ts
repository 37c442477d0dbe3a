// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';
import { moveSpaces } from './move-spaces.js';

/**
 * An export holds every file that is the person's or that they added, and their works. An erasure removes the person's own files and what they
 * handed in; what they gave a class stays, without their name. When two people or classes become one, the space of one is put into that of the other.
 */
export function registerPersonalData({
  personalData,
  moveGroup,
  clock,
  settings,
}: Pick<FileShareBrick, 'personalData' | 'moveGroup' | 'clock' | 'settings'>): void {
  personalData({
    exportPerson: (person) => exportPerson(person, { clock }),
    erasePerson: (person) => erasePerson(person, { clock }),
    movePerson: (move) => movePerson(move, { clock }),
  });
  moveGroup((move) => moveSpaces(move, settings));
}
