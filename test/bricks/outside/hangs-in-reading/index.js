// SPDX-License-Identifier: EUPL-1.2
// The directory of this brick never sends a record and never ends. Its handler for the signal to stop throws.
import { defineDirectoryBrick } from '@volee/core-adapter/directory';
import { z } from 'zod';

const manifest = {
  id: 'hangs-in-reading',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'directory-source',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'hangs-in-reading', summary: 'Pour essayer' },
    en: { title: 'hangs-in-reading', summary: 'For trying' },
  },
};

export default defineDirectoryBrick(manifest, ({ sources, log }) => {
  sources.provide({
    name: 'silent',
    schedule: '* * * * * *',
    async *read(signal) {
      signal.addEventListener('abort', () => {
        throw new Error('thrown at the end of a reading');
      });
      log.warn({}, 'reading');
      await new Promise(() => undefined);
      yield* [];
    },
  });
});
