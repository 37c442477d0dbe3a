// SPDX-License-Identifier: EUPL-1.2
// This brick imports files behind the contract.
import { defineBrick } from '@volee/core-adapter';
import { bootHost } from '@volee/core-adapter/host';
import { z } from 'zod';

const manifest = {
  id: 'imports-host',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'imports-host', summary: 'Pour essayer' },
    en: { title: 'imports-host', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, () => void bootHost);
