// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '../database.js';

/**
 * The tables of a directory, for sources, which read many schools at once. Each school is still accessed separately.
 * @stable
 */
export interface BrickDatabase {
  forSchool(uai: string): SchoolDatabase;
}
