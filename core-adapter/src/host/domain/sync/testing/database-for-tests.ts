// SPDX-License-Identifier: EUPL-1.2
import { makeTables } from '../../../../testing/make-tables.js';
import type { TestDatabase } from '../../../../testing/test-databases.js';
import { coreSchema } from '../../../app/core-schema.js';
import type { SchemaOwner } from '../../../infra/database/migrate.js';
import { openDatabase, type Database } from '../../../infra/database/open-database.js';
import { ClassJoinRow } from '../classes/class-join.entity.js';
import { AddNamedAt1764028800310 } from '../../directory/add-named-at.migration.js';
import { AddWords1764028801138 } from '../../stand-ins/add-words.migration.js';
import { CreateClassJoins1764028800280 } from '../classes/create-class-joins.migration.js';
import { AddFirstBirthDates1764028800190 } from '../../directory/add-first-birth-dates.migration.js';
import { AddFirstNames1764028800150 } from '../../directory/add-first-names.migration.js';
import { AddFormerLogins1764028800061 } from '../../directory/add-former-logins.migration.js';
import { AddPupilNumbers1764028800030 } from '../../directory/add-pupil-numbers.migration.js';
import { AddWitnesses1764028800080 } from '../../directory/add-witnesses.migration.js';
import { CreateFormerMemberships1764028800081 } from '../../directory/create-former-memberships.migration.js';
import { CreateStandIns1764028800110 } from '../../directory/create-stand-ins.migration.js';
import { AddFormerVia1764028800290 } from '../../directory/add-former-via.migration.js';
import { AddLeftAt1764028800240 } from '../../directory/add-left-at.migration.js';
import { IndexAttachments1764028800270 } from '../../directory/index-attachments.migration.js';
import { IndexFormerMemberships1764028800210 } from '../../directory/index-former-memberships.migration.js';
import { directoryEntities, directoryMigrations } from '../../directory/directory-entities.js';
import { syncEntities, syncMigrations } from '../sync-entities.js';

/** The tables of the directory and its syncs only. */
export const directoryOwner: SchemaOwner = {
  id: 'core',
  entities: [...directoryEntities, ...syncEntities, ClassJoinRow],
  migrations: [
    ...directoryMigrations,
    AddPupilNumbers1764028800030,
    AddFormerLogins1764028800061,
    AddWitnesses1764028800080,
    CreateFormerMemberships1764028800081,
    ...syncMigrations,
    CreateStandIns1764028800110,
    AddFirstNames1764028800150,
    AddFirstBirthDates1764028800190,
    IndexFormerMemberships1764028800210,
    AddLeftAt1764028800240,
    IndexAttachments1764028800270,
    CreateClassJoins1764028800280,
    AddFormerVia1764028800290,
    AddNamedAt1764028800310,
    AddWords1764028801138,
  ],
};

export interface OpenDatabase extends Database {
  /** Closes and drops the database. */
  drop(): Promise<void>;
}

/** A new database with all tables of the host, since applying a plan also deletes administrators, and those of other owners. */
export async function openTestDatabase(kind: TestDatabase, others: readonly SchemaOwner[] = []): Promise<OpenDatabase> {
  const { url, drop } = await kind.fresh();
  const owners = [coreSchema, ...others];
  await makeTables(url, owners);
  const database = await openDatabase(
    url,
    owners.flatMap(({ entities }) => entities),
  );
  return {
    ...database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}
