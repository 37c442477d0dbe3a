// SPDX-License-Identifier: EUPL-1.2
// This brick ends the process when it is activated.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'exits-in-activate',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'exits-in-activate', summary: 'Pour essayer' },
    en: { title: 'exits-in-activate', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, () => {
  process.exit(7);
});
