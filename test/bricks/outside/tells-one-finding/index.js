// SPDX-License-Identifier: EUPL-1.2
// The checks of this brick return something that is not a list of findings.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'tells-one-finding',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'tells-one-finding', summary: 'Pour essayer' },
    en: { title: 'tells-one-finding', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

export default defineBrick(manifest, ({ check }) => {
  check({ name: 'lamp', run: () => Promise.resolve({ state: 'good', sentence: 'It burns.' }) });
  check({
    name: 'printer',
    run: () => Promise.resolve([{ state: 'broken', sentence: 'No paper.', remedy: 'Buy some.' }]),
  });
  check({ name: 'bell', run: () => Promise.resolve([{ state: 'warn', sentence: 'It rings.' }]) });
});
