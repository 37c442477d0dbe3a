// SPDX-License-Identifier: EUPL-1.2
// A timer of this brick throws long after it was activated, again and again, and keeps the process from ending.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'throws-later',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'throws-later', summary: 'Pour essayer' },
    en: { title: 'throws-later', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, () => {
  setInterval(() => {
    throw new Error('thrown later');
  }, 50);
});
