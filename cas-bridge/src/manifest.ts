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
  commands: {
    'sso eolesso': {
      summary: 'the two files that declare Volée to EoleSSO, shown, or written with --out',
      options: [
        { flags: '--out <folder>', description: 'writes them there: /usr/share/sso/app_filters on the Scribe' },
        { flags: '--force', description: 'replaces files that say something else' },
      ],
      settingsOnly: true,
    },
    'sso lemonldap': {
      summary: 'the commands that declare Volée to LemonLDAP::NG; with --json, what its "merge" takes',
      settingsOnly: true,
    },
    'sso apereo': {
      summary: 'the service definition that declares Volée to Apereo CAS; with --json, it alone',
      settingsOnly: true,
    },
  },
} satisfies Manifest;
