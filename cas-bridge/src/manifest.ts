// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';

import { locales } from './locales.js';
import { settingsSchema } from './settings.js';

export const manifest = {
  id: 'cas-bridge',
  version: '0.1.0',
  adapter: '^0.1.0',
  kind: 'auth-provider',
  locales,
  settings: settingsSchema,
} satisfies Manifest;
