// SPDX-License-Identifier: EUPL-1.2
// This brick throws when it is activated.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'throws-in-activate',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'throws-in-activate', summary: 'Pour essayer' },
    en: { title: 'throws-in-activate', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, () => {
  throw new Error('not today');
});
