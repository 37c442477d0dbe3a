// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../brick-types.js';
import { closeSchool } from './close-school.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';

/** What the brick keeps about persons, given out, erased, and moved when two persons become one. */
export function registerPersonalData({ personalData }: Pick<LivretBrick, 'personalData'>): void {
  personalData({ exportPerson, erasePerson, movePerson, closeSchool });
}
