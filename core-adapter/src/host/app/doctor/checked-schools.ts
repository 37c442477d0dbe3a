// SPDX-License-Identifier: EUPL-1.2
import type { CheckedSchool } from '../../../api/check.js';
import { UnavailableError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { AnyManifest } from '../../../api/manifest.js';
import { Directory } from '../../domain/directory/directory.js';
import { SchoolRow } from '../../domain/directory/school.entity.js';
import { schoolYearOf } from '../../domain/directory/school-year.js';
import type { SchemaOwner } from '../../infra/database/migrate.js';
import { openDatabase } from '../../infra/database/open-database.js';
import { schoolDatabase } from '../../infra/database/school-repository.js';
import { localClock } from '../../infra/i18n/local-clock.js';
import type { Limits } from '../../infra/util/limits.js';
import { isMissingFile } from './check-database.js';

export interface CheckedDatabase {
  /** Undefined when the settings name none. */
  readonly url: string | undefined;
  readonly owners: readonly SchemaOwner[];
  readonly clock: Clock;
  readonly limits: Limits;
}

/** The schools that a brick is checked in, with its rows. @throws UnavailableError when the database cannot be read */
export async function* checkedSchools(
  { url, owners, clock, limits }: CheckedDatabase,
  manifest: AnyManifest,
  signal: AbortSignal,
): AsyncGenerator<CheckedSchool> {
  if (url === undefined || isMissingFile(url))
    throw new UnavailableError('There is no database with schools to check.');
  const database = await openDatabase(
    url,
    owners.flatMap(({ entities }) => entities),
  );
  try {
    const { unitOfWork } = database;
    const directory = new Directory(unitOfWork, clock);
    const rows = await unitOfWork.run((manager) =>
      manager.find(SchoolRow, { select: { uai: true }, order: { uai: 'ASC' } }),
    );
    for (const { uai } of rows) {
      signal.throwIfAborted();
      const school = await directory.school(uai);
      if (!school) continue;
      const schoolYear = schoolYearOf(clock.now(), school.timeZone);
      yield {
        school,
        schoolYear,
        db: schoolDatabase(unitOfWork, manifest, uai, limits.transaction),
        clock: localClock(clock, school.timeZone),
      };
    }
  } finally {
    await database.close();
  }
}
