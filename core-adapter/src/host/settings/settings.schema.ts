// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { duration } from '../../api/setting-types.js';

const publicUrl = z
  .url({ protocol: /^https?$/, error: 'write the address that people type, for example https://ent.example.org' })
  .transform((text) => new URL(text))
  .refine(
    (url) => url.pathname === '/' && url.search === '' && url.hash === '',
    'write only scheme, host and port: no path',
  );

const listen = z
  .string()
  .regex(/^(\[[0-9a-f:]+\]|[^:[\]]+):\d{1,5}$/i, 'write host:port, for example 127.0.0.1:3000')
  .transform((text) => {
    const colon = text.lastIndexOf(':');
    return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) };
  });

/** `volee.yaml`, without what is inside each brick: that is the brick's own schema. */
export const settingsSchema = z.strictObject({
  server: z.strictObject({
    publicUrl: publicUrl.describe('The address that people type in their browser: scheme, host and port.'),
    listen: listen.default({ host: '127.0.0.1', port: 3000 }).describe('Where the process listens: host:port.'),
    trustProxy: z.int().min(0).max(9).default(0).describe('How many reverse proxies stand before the process.'),
  }),
  database: z.strictObject({
    url: z
      .string()
      .regex(
        /^(sqlite:.|(mysql|mariadb):\/\/[^/]+\/[^/?])/,
        'write sqlite:/path/to/file, or mysql://user:password@host:port/name',
      )
      .describe('sqlite:/path/to/file, or mysql://user:password@host:port/name.'),
  }),
  session: z.strictObject({
    secret: z
      .string()
      .min(32, 'write at least 32 characters (openssl rand -hex 32)')
      .meta({ description: 'Signs the cookies. At least 32 characters; may be file:/path.', secret: true }),
    idle: duration({ min: '1min', max: '24h' })
      .prefault('2h')
      .describe('A session ends after so long without a request.'),
    absolute: duration({ min: '1min', max: '7d' })
      .prefault('12h')
      .describe('A session ends after so long, whatever happens.'),
  }),
  storage: z.strictObject({
    url: z
      .string()
      .regex(/^file:.+/, 'write file: and a folder, for example file:/var/lib/volee/files')
      .describe('Where files are kept: file:/folder.'),
  }),
  bus: z
    .strictObject({ url: z.literal('memory:', 'only "memory:" is known in this version') })
    .prefault({ url: 'memory:' })
    .describe('How processes tell each other news; one process needs none.'),
  bricks: z.record(z.string(), z.unknown()).describe('Packages of bricks, each with its settings.'),
});

export type Settings = z.output<typeof settingsSchema>;
