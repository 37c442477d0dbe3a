// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { AddChanges1764028800032 } from './add-changes.migration.js';
import { AddDigests1764028800260 } from './add-digests.migration.js';
import { AddMarks1764028800021 } from './add-marks.migration.js';
import { AddWatches1764028800031 } from './add-watches.migration.js';
import { CreateSync1764028800001 } from './create-sync.migration.js';
import { CreateHomonyms1764028800050 } from './create-homonyms.migration.js';
import { HomonymRow } from './state/homonym.entity.js';
import { SyncPlanPartRow } from './runs/sync-plan-part.entity.js';
import { SyncRunRow } from './runs/sync-run.entity.js';
import { SyncSourceRow } from './state/sync-source.entity.js';

export const syncEntities: readonly EntityClass[] = [SyncSourceRow, SyncRunRow, SyncPlanPartRow, HomonymRow];

export const syncMigrations: readonly (new () => MigrationInterface)[] = [
  CreateSync1764028800001,
  AddMarks1764028800021,
  AddWatches1764028800031,
  AddChanges1764028800032,
  CreateHomonyms1764028800050,
  AddDigests1764028800260,
];
