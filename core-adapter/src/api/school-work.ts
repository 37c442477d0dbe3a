// SPDX-License-Identifier: EUPL-1.2
import type { UserAccess } from './access.js';
import type { SchoolDatabase } from './database.js';
import type { Format, Translate } from './i18n.js';
import type { Jobs } from './jobs.js';
import type { Live } from './live.js';
import type { LocalClock, Log } from './log.js';
import type { CurrentUser, School } from './people.js';
import type { BrickDirectory, SchoolDirectory } from './school-directory.js';
import type { SchoolStorage } from './storage.js';

/**
 * The services that a brick uses in one school. Requests, jobs, commands and questions of the host get all of them or a part, so a function
 * that names its part by `Pick` can be called from each of them.
 * @example
 * `export async function endOldNotices({ db, clock }: Pick<SchoolWork, 'db' | 'clock'>): Promise<void> { … }`
 * @stable
 */
export interface SchoolWork {
  readonly school: School;
  /** The school year of the school now: 2026 from 1 August 2026, midnight in the school's time zone, to 31 July 2027. */
  readonly schoolYear: number;
  readonly db: SchoolDatabase;
  readonly storage: SchoolStorage;
  readonly directory: SchoolDirectory;
  readonly live: Live;
  readonly jobs: Jobs;
  readonly clock: LocalClock;
  readonly log: Log;
}

/** The work for a user who opens a page: their rights, and texts in their language. @stable */
export interface UserWork<P extends string = string, K extends string = string> extends SchoolWork {
  readonly user: CurrentUser;
  readonly access: UserAccess<P>;
  readonly directory: BrickDirectory;
  readonly t: Translate<K>;
  readonly format: Format;
  /** The address of a path of this brick in this school: `url('/files')` is `/s/<UAI>/<brick>/files`. */
  url(path: string): string;
  /** The address of a file in the brick's `assets` folder. The address changes when the file changes. */
  asset(name: string): string;
}
