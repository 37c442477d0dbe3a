// SPDX-License-Identifier: EUPL-1.2
// A promise that the brick does not await rejects while the brick is imported.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

void Promise.reject(new Error('forgotten at import'));

const manifest = {
  id: 'rejects-in-import',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'rejects-in-import', summary: 'Pour essayer' },
    en: { title: 'rejects-in-import', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, () => undefined);
