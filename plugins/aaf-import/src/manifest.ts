// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryManifest } from '@volee/core-adapter/directory';
import { locales } from './locales.js';
import { settingsSchema } from './settings.js';
import { CreateEntryParts1764064800000 } from './state/create-entry-parts.migration.js';
import { EntryPartRow } from './state/entry-part.entity.js';

export const manifest = {
  id: 'aaf-import',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'directory-source',
  locales,
  settings: settingsSchema,
  commands: {
    'aaf import': {
      summary: 'imports the AAF files of a folder, Complet or Delta; exit code 3 when the guard refuses',
      arguments: [{ name: 'folder', description: 'holds the XML files of one export', required: true }],
      options: [
        { flags: '--source <name>', description: 'whose files they are, where the settings name several sources' },
        { flags: '--dry-run', description: 'says what would change, and changes nothing' },
        { flags: '--approve <reason>', description: 'apply although the guard refuses, and why' },
      ],
    },
  },
  entities: [EntryPartRow],
  migrations: [CreateEntryParts1764064800000],
  personalData: { kept: 'data.kept', purpose: 'data.purpose', retention: 'data.retention' },
} satisfies DirectoryManifest;
