// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';
import { locales } from './locales/index.js';
import { settingsSchema } from './settings.js';

export const manifest = {
  id: 'onde-import',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'feature',
  locales,
  settings: settingsSchema,
  icon: 'file-earmark-arrow-up',
  colour: 'slate',
  permissions: {
    import: { profiles: ['head'] },
  },
  help: {
    head: [
      { title: 'upload.how', lines: ['upload.howMenu', 'upload.howPupils', 'upload.howWhole'] },
      { title: 'help.mistake', lines: ['upload.lead', 'help.mistake1'] },
      { title: 'help.how', lines: ['help.how1'] },
    ],
  },
  commands: {
    'onde import': {
      summary: 'imports the files of ONDE for a school: plan, guard and apply; exit code 3 when the guard refuses',
      arguments: [
        {
          name: 'file',
          description: "the pupils' file, and perhaps the guardians' file, as ONDE gave them",
          required: true,
          variadic: true,
        },
      ],
      options: [
        { flags: '--school <uai>', description: 'the UAI of the school', required: true },
        { flags: '--dry-run', description: 'only says what would change, and keeps that under a number' },
      ],
    },
  },
} satisfies Manifest;
