// SPDX-License-Identifier: EUPL-1.2
// The timers of this brick throw a value without a text.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'throws-no-text',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'throws-no-text', summary: 'Pour essayer' },
    en: { title: 'throws-no-text', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, () => {
  setTimeout(() => {
    throw Object.create(null);
  }, 1);
  setTimeout(() => {
    throw Object.assign(new Error(), { message: Object.create(null) });
  }, 10);
});
