// SPDX-License-Identifier: EUPL-1.2
import type { Level } from './levels.js';

/** A class as the pupils' file names it. */
export interface SchoolClass {
  readonly key: string;
  readonly name: string;
}

/** A pupil of the file, in the classes of all his lines. */
export interface Pupil {
  readonly key: string;
  readonly familyName: string;
  readonly usageName: string;
  readonly givenName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string;
  readonly ine?: string;
  readonly level?: Level;
  readonly classes: readonly SchoolClass[];
  /** Where he first stands. */
  readonly line: number;
}
