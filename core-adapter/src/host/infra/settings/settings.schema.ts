// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { duration } from '../../../api/setting-types.js';
import { mariadbQueryProblem } from '../database/mariadb-address.js';

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

const website = z.url({ protocol: /^https?$/ });

/** The schema of `volee.yaml`, except the settings inside each brick, which have the brick's own schema. */
export const settingsSchema = z.strictObject({
  server: z.strictObject({
    publicUrl: publicUrl.describe('The address that people type in their browser: scheme, host and port.'),
    listen: listen
      .prefault('127.0.0.1:3000')
      .meta({ description: 'The address on which the process listens: host:port.', written: 'host:port' }),
    trustProxy: z.int().min(0).max(9).default(0).describe('The number of reverse proxies in front of the process.'),
  }),
  database: z.strictObject({
    url: z
      .string()
      .regex(
        /^(sqlite:.|(mysql|mariadb):\/\/[^/]+\/[^/?])/,
        'write sqlite:/path/to/file, or mysql://user:password@host:port/name',
      )
      .refine((url) => url.startsWith('sqlite:') || mariadbQueryProblem(url) === undefined, {
        error: ({ input }) => mariadbQueryProblem(String(input)),
      })
      .meta({
        description:
          'The database of the host and of all bricks. With ?socket=/path, MariaDB is reached by its Unix socket, instead of host and port.',
        written:
          '`sqlite:/path/to/file`, or `mysql://user:password@host:port/name`, or `mysql://user:password@localhost/name?socket=/path`',
      }),
  }),
  session: z.strictObject({
    secret: z
      .string()
      .min(32, 'write at least 32 characters (openssl rand -hex 32)')
      .meta({ description: 'Signs the cookies.', written: 'at least 32 characters', secret: true }),
    idle: duration({ min: '1min', max: '24h' })
      .prefault('2h')
      .describe('The time without a request after which a session ends.'),
    absolute: duration({ min: '1min', max: '7d' }).prefault('12h').describe('The longest duration of a session.'),
    fresh: duration({ min: '1min', max: '12h' })
      .prefault('30min')
      .describe(
        "The console of the platform, imports of ONDE, accesses for applications (/account/tokens), the page of one's own data (/mes-donnees), downloads from a former school (/ancienne-ecole) and routes of bricks with freshLogin ask for the password again when it was typed longer ago than this.",
      ),
  }),
  storage: z.strictObject({
    url: z
      .string()
      .regex(/^file:.+/, 'write file: and a folder, for example file:/var/lib/volee/files')
      .meta({ description: 'The folder for files.', written: '`file:/folder`' }),
  }),
  bus: z
    .strictObject({
      url: z.literal('memory:', 'only "memory:" is known in this version').describe('memory: for a single process.'),
    })
    .prefault({ url: 'memory:' })
    .describe('The channel between processes; a single process needs none.'),
  people: z
    .strictObject({
      eraseAfter: duration({ min: '1d', max: '90d' })
        .prefault('60d')
        .describe(
          'The time after which persons that left are erased; until then they return with all their data. Departures from 15 June to 14 September count from 15 September.',
        ),
      endGrantsAfter: z
        .union([z.literal('never').transform(() => null), duration({ min: '7d', max: '365d' })], {
          error: 'write a time from 7d to 365d, or never',
        })
        .prefault('30d')
        .meta({
          description:
            'The time after which a head by grant loses the right in a school where a directory named them and names them no more.',
          written: 'time from 7d to 365d, or `never`',
        }),
    })
    .prefault({})
    .describe('The retention of personal data, and of rights that a directory no longer supports.'),
  metrics: z
    .strictObject({
      token: z
        .string()
        .regex(/^[\x21-\x7e]{32,}$/, 'write at least 32 characters without blanks (openssl rand -hex 32)')
        .optional()
        .meta({
          description:
            'The token of Prometheus for /metrics (Authorization: Bearer). Absent: only this machine may read them, and nobody if server.trustProxy is not 0.',
          written: 'at least 32 characters without blanks',
          secret: true,
        }),
    })
    .prefault({})
    .describe('Access to the metrics at /metrics.'),
  mail: z
    .strictObject({
      url: z
        .string()
        .refine(
          (text) => /^smtps?:\/\/[^/\s]+/.test(text) && URL.canParse(text),
          'write smtp://host:port, or smtps://user:password@host',
        )
        .meta({
          description: 'The mail server. Without it no mail is sent.',
          written: '`smtp://host:port`, or `smtps://user:password@host`',
          secret: true,
        }),
      from: z.email('write the sender address of mails').describe('The sender address of mails.'),
      admins: z.array(z.email('write an e-mail address')).default([]).meta({
        description: 'The recipients of mails about failed or refused syncs. By default, none.',
        written: 'list of e-mail addresses',
      }),
    })
    .optional()
    .describe('Mails to administrators.'),
  operator: z
    .strictObject({
      name: z
        .string()
        .trim()
        .min(1, 'write a name')
        .max(200, 'write at most 200 characters')
        .optional()
        .describe(
          'The operator of this platform, such as an academy. The pages Contact and Mentions légales show the name.',
        ),
      contact: z
        .union([z.email(), website], 'write an e-mail address, or the https:// address of a page')
        .optional()
        .meta({
          description: 'The contact of the operator. Absent: the footer has no Contact.',
          written: 'an e-mail address, or the `https://` address of a page',
        }),
      legalNotice: z
        .string()
        .trim()
        .min(1, 'write a text, or the https:// address of a page')
        .max(20_000, 'write at most 20,000 characters, or the https:// address of a page')
        .optional()
        .meta({
          description:
            'The legal notice that a public site must have (LCEN, article 1-1). Blank lines separate paragraphs. Absent: the footer has no Mentions légales.',
          written: 'text, or the `https://` address of a page',
        }),
    })
    .prefault({})
    .describe('The operator of the platform. The footer of each page links to it.'),
  bricks: z.record(z.string(), z.unknown()).meta({
    description: 'The bricks, in the order in which people see them.',
    written: 'package, or path of a folder: its settings',
  }),
});

export type Settings = z.output<typeof settingsSchema>;
