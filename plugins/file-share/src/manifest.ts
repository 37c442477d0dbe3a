// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Manifest } from '@volee/core-adapter';
import { CreateFiles1764028800000 } from './create-files.migration.js';
import { DistinctNames1764028800071 } from './distinct-names.migration.js';
import { FileRow } from './file.entity.js';
import { ForgetWhoAdded1764028800001 } from './forget-who-added.migration.js';
import { help } from './help.js';
import { KnowUploads1764028800072 } from './know-uploads.migration.js';
import { locales } from './locales/index.js';
import { settingsSchema } from './settings.js';

export const manifest = {
  id: 'file-share',
  version: '0.1.0',
  adapter: '^0.1.0',
  kind: 'feature',
  locales,
  settings: settingsSchema,
  icon: 'folder-fill',
  colour: 'files',
  permissions: {
    /** The door only: it shows nothing, and leads to a space that the person has. */
    enter: { profiles: PROFILES },
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
    write: { profiles: ['teacher'] },
    own: { profiles: ['pupil', 'teacher', 'head', 'staff'] },
  },
  help,
  entities: [FileRow],
  migrations: [
    CreateFiles1764028800000,
    ForgetWhoAdded1764028800001,
    DistinctNames1764028800071,
    KnowUploads1764028800072,
  ],
  storedKeys: [{ entity: FileRow, column: 'storageKey' }],
  personalData: { kept: 'data.kept', purpose: 'data.purpose', retention: 'data.retention' },
  assets: new URL('../assets/', import.meta.url),
  styles: ['file-share.css'],
} satisfies Manifest;
