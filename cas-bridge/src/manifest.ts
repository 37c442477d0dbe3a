// SPDX-License-Identifier: EUPL-1.2
import type { LoginManifest } from '@volee/core-adapter/login';

import { locales } from './locales.js';
import { settingsSchema } from './settings.js';

export const manifest = {
  id: 'cas-bridge',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'auth-provider',
  locales,
  settings: settingsSchema,
  commands: {
    'sso eolesso': {
      summary: 'print the two files that register Volée at EoleSSO, or write them with --out',
      options: [
        { flags: '--out <folder>', description: 'the folder for the files: /usr/share/sso/app_filters on the Scribe' },
        { flags: '--force', description: 'replace existing files with other contents' },
      ],
      settingsOnly: true,
    },
    'sso lemonldap': {
      summary: 'print the commands that register Volée at LemonLDAP::NG; with --json, the input of its "merge"',
      settingsOnly: true,
    },
    'sso apereo': {
      summary: 'print the service definition that registers Volée at Apereo CAS; with --json, nothing else',
      settingsOnly: true,
    },
  },
} satisfies LoginManifest;
