// SPDX-License-Identifier: EUPL-1.2
import type { Level } from '@volee/core-adapter';

/** A class as named in the pupils' file. */
export interface SchoolClass {
  readonly key: string;
  readonly name: string;
}

/** A pupil of the file, with the classes of all their lines. */
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
  /** Number of the pupil's first line. */
  readonly line: number;
}
