// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryManifest } from '@volee/core-adapter/directory';

import { locales } from './locales.js';
import { settingsSchema } from './settings.js';

export const manifest = {
  id: 'ldap-sync',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'directory-source',
  locales,
  settings: settingsSchema,
} satisfies DirectoryManifest;
