// SPDX-License-Identifier: EUPL-1.2
import { certificateFile, duration } from '@volee/core-adapter';
import { z } from 'zod';

import { customSchema } from './mapping/custom-schema.js';
import { attributeName, baseDn, ldapUrls } from './setting-types.js';

/** Five fields, or six with seconds, of what cron patterns are made of; `volee serve` reads what they mean. */
const NAMES = 'mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const CRON_FIELD = `(?:[\\d*,/?#LW-]|${NAMES})+`;
const CRON = new RegExp(`^${CRON_FIELD}(?: +${CRON_FIELD}){4,5}$`, 'i');

const school = z.strictObject({
  name: z.string().trim().min(1).optional().describe('What the school is called, instead of what the directory says.'),
  kind: z.enum(['primary', 'college']).optional().describe('primary (école) or college (collège).'),
});

const A_SHARE = 'write a share of a hundred, for example 90%';

const share = (usual: string) =>
  z
    .string(A_SHARE)
    .regex(/^(?:\d{1,2}|100) ?%$/, A_SHARE)
    .prefault(usual)
    .transform((written) => Number.parseInt(written, 10) / 100);

const guardSchema = z.strictObject({
  keep: share('90%').describe(
    'How many of those who were in a school a day ago, in each profile and in groups, must still be there.',
  ),
  keepInWeek: share('70%').describe('How many of those who were there a week ago must still be there.'),
  ignoreUnder: z
    .int()
    .min(1)
    .max(1_000)
    .default(5)
    .describe('A loss of fewer persons than this passes without a word.'),
});

/** One directory, as it is written in the settings. */
export const directorySchema = z
  .strictObject({
    label: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .describe(
        'What the console calls the directory, for example Écoles du Jura. Absent: Scribe or ENT for the only one, else its name.',
      ),
    url: ldapUrls.meta({
      description:
        'The address of the directory: ldaps://host, or ldap://host with startTls; a port may follow. Or a list of servers that hold the ' +
        'same: the first that answers is read.',
      written: 'address, or list of them',
    }),
    bindDn: z.string().min(1).describe('The DN of the account that reads. Scribe: cn=reader,o=gouv,c=fr.'),
    // An empty password makes a bind succeed as nobody (RFC 4513 §5.1.2), and nobody may see fewer people.
    bindPassword: z.string().min(1).meta({
      description:
        'The password of that account. Scribe keeps it in /root/.reader: copy it here, and write file:/etc/volee/reader.password.',
      secret: true,
    }),
    baseDn: baseDn.describe(
      'The root of what is read. Scribe: o=gouv,c=fr, and in its AD DC=…; there it stands above ou=education.',
    ),
    layout: z
      .enum(['scribe', 'scribe-ad', 'sdet', 'custom'], 'write scribe, scribe-ad, sdet or custom')
      .describe(
        'How the directory is arranged. scribe: the OpenLDAP of EOLE Scribe; scribe-ad: the Samba AD of an AmonEcole; sdet: an ENT after ' +
          'the SDET; custom: as the key custom says.',
      ),
    custom: customSchema.optional().describe('With the layout custom: which filters and attributes say what.'),
    schedule: z
      .string()
      .regex(CRON, 'write a cron pattern of five fields, for example "0 4 * * *": every day at four')
      .optional()
      .meta({
        description: 'When `volee serve` reads the directory, for example "0 4 * * *". Absent: never by itself.',
        written: 'cron pattern',
      }),
    fullRead: duration({ min: '1s', max: '7d' })
      .prefault('24h')
      .describe(
        'How often at least everything is read. Between two times, a directory whose contextCSN (OpenLDAP with syncprov) is the same as ' +
          'before is not read: nothing changed.',
      ),
    follow: duration({ min: '1s', max: '1h' })
      .optional()
      .describe(
        'How often `volee serve` looks whether the contextCSN changed, and reads if so: with 2s a change is in the bricks within ' +
          'seconds. Absent: only the schedule counts.',
      ),
    guard: guardSchema.prefault({}).describe('How many persons may go from a school at once before somebody is asked.'),
    keyAttribute: attributeName
      .optional()
      .describe(
        'The attribute by which a person is known for good. Absent: the login (uid; cn in scribe-ad). Do not change it once data came.',
      ),
    startTls: z
      .boolean()
      .default(false)
      .describe('Whether an ldap:// connection is encrypted before anything is said.'),
    ca: certificateFile
      .optional()
      .describe('PEM file of the authority that signed the certificate of the directory, if it is not a public one.'),
    timeout: duration({ min: '1s', max: '1h' })
      .prefault('30s')
      .describe('How long the directory may stay silent while something is expected of it: 30s, 2min.'),
    pageSize: z.int().min(1).max(10_000).default(500).describe('How many entries are asked for at a time.'),
    schools: z
      .record(z.string().regex(/^\d{7}[A-Z]$/, 'write a UAI: seven digits and a capital letter'), school)
      .default({})
      .describe('By UAI: names and kinds of schools that the directory does not say, or says wrongly.'),
  })
  .refine(({ url, startTls }) => !(startTls && url.some(isEncrypted)), {
    path: ['startTls'],
    message: 'an ldaps:// connection is encrypted already: leave startTls out, or write ldap://',
  })
  .refine(({ url, startTls, ca }) => ca === undefined || startTls || url.some(isEncrypted), {
    path: ['ca'],
    message: 'nothing is encrypted here: write ldaps:// or startTls: true, or leave ca out',
  })
  .refine(({ layout, custom }) => layout !== 'custom' || custom !== undefined, {
    path: ['custom'],
    message: 'missing: say here which filters and attributes to read, or choose another layout',
  })
  .refine(({ layout, custom }) => layout === 'custom' || custom === undefined, {
    path: ['custom'],
    message: 'nothing reads this: write layout: custom, or leave custom out',
  });

export type DirectorySettings = z.output<typeof directorySchema>;
export type SchoolOverrides = DirectorySettings['schools'];

function isEncrypted(url: string): boolean {
  return url.startsWith('ldaps:');
}
