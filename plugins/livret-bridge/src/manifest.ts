// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';
import { help } from './help.js';
import { locales } from './locales/index.js';
import { cataloguesOfYear } from './store/unnamed.query.js';
import { bilansByState } from './store/states.query.js';
import { unpublishedBilans } from './store/unpublished.query.js';
import { stepsOfYear } from './store/begun.query.js';
import { cataloguesOfCopies, levelsInBilans } from './store/used.query.js';
import { familyReadings } from './store/family-readings.query.js';
import { unconfirmedBilans } from './store/unconfirmed.query.js';
import { unreadBilans } from './store/unread.query.js';
import { settingsSchema } from './settings.js';
import { CreateLivret1796083200000 } from './store/create-livret.migration.js';
import { IndexCatalogues1796428800000 } from './store/index-catalogues.migration.js';
import { KeepCatalogues1796342400000 } from './store/keep-catalogues.migration.js';
import { DelayPublications1796601600116 } from './store/delay-publications.migration.js';
import { KeepComparisons1796515200000 } from './store/keep-comparisons.migration.js';
import { KeepFormerIds1796256000000 } from './store/keep-former-ids.migration.js';
import { KeepPublications1796169600000 } from './store/keep-publications.migration.js';
import { PERSON_TABLES, TABLES } from './store/tables.js';
import { withdrawnOnce } from './store/withdrawn.query.js';

export const manifest = {
  id: 'livret-bridge',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'feature',
  locales,
  settings: settingsSchema,
  icon: 'mortarboard-fill',
  colour: 'livret',
  assets: new URL('../assets/', import.meta.url),
  styles: ['livret-bridge.css'],
  permissions: {
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
    write: { profiles: ['teacher'] },
    acknowledge: { profiles: ['guardian'] },
    // A bilan of last year names its class, and pupils who left in July may still go to a collège.
    handOver: { profiles: ['head'], past: true },
    // A class of 6e in one table, which its pupils and families do not read.
    compare: { profiles: ['teacher', 'head'] },
    /** Signing asks for the password again, and a page and a form with one permission both do. */
    sign: { profiles: ['teacher'] },
    /** Visa, publication and unlocking; the periods of the year. */
    visa: { profiles: ['head'] },
  },
  entities: TABLES,
  help,
  queries: {
    ...{ unreadBilans, bilansByState, unpublishedBilans, withdrawnOnce, stepsOfYear, cataloguesOfYear },
    ...{ levelsInBilans, cataloguesOfCopies, unconfirmedBilans, familyReadings },
  },
  migrations: [
    ...[CreateLivret1796083200000, KeepPublications1796169600000],
    ...[KeepFormerIds1796256000000, KeepCatalogues1796342400000],
    ...[IndexCatalogues1796428800000, KeepComparisons1796515200000],
    DelayPublications1796601600116,
  ],
  personalData: {
    kept: 'data.kept',
    purpose: 'data.purpose',
    retention: 'data.retention',
    tables: PERSON_TABLES,
  },
} satisfies Manifest;
