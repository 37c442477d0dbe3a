// SPDX-License-Identifier: EUPL-1.2
// The brick adds throwing listeners to the streams of the host: to those of an upload, with a handler that then waits for ever, and to
// those of a download.
import { Readable } from 'node:stream';
import { content, defineBrick, json } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'listens-on-streams',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'listens-on-streams', summary: 'Pour essayer' },
    en: { title: 'listens-on-streams', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
};

const BYTES = 1_000_000_000;

export default defineBrick(manifest, ({ http }) => {
  for (const event of ['data', 'end', 'close']) {
    http.post(`/${event}`, { access: 'read', upload: { maxFiles: 1 } }, async ({ files }) => {
      for await (const { content } of files) {
        content.on(event, () => {
          throw new Error(`thrown at ${event}`);
        });
        content.resume();
        await new Promise(() => undefined);
      }
      return json({});
    });
  }
  http.get('/large', { access: 'read' }, () => {
    const source = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
      destroy(error, done) {
        setTimeout(() => {
          throw new Error('thrown after a download');
        }, 1);
        done(error);
      },
    });
    source.on('close', () => {
      throw new Error('thrown at the close of a download');
    });
    return content({ name: 'large.bin', bytes: BYTES, etag: 'zeros', modifiedAt: new Date(0), open: () => source });
  });
});
