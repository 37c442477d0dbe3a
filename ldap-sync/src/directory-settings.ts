// SPDX-License-Identifier: EUPL-1.2
import { certificateFile, duration } from '@volee/core-adapter';
import { z } from 'zod';

import { customSchema } from './mapping/custom-schema.js';
import { attributeName, baseDn, ldapUrls } from './setting-types.js';

/** Five fields, or six with seconds, made of the parts of cron patterns; `volee serve` interprets them. */
const NAMES = 'mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const CRON_FIELD = `(?:[\\d*,/?#LW-]|${NAMES})+`;
const CRON = new RegExp(`^${CRON_FIELD}(?: +${CRON_FIELD}){4,5}$`, 'i');

const school = z.strictObject({
  name: z.string().trim().min(1).optional().describe('The name of the school, instead of the name in the directory.'),
  kind: z.enum(['primary', 'college']).optional().describe('primary (école) or college (collège).'),
});

const A_SHARE = 'write a percentage, for example 90%';

const share = (usual: string) =>
  z
    .string(A_SHARE)
    .regex(/^(?:\d{1,2}|100) ?%$/, A_SHARE)
    .prefault(usual)
    .transform((written) => Number.parseInt(written, 10) / 100);

const guardSchema = z.strictObject({
  keep: share('90%').describe(
    'The share of the persons of a school a day ago, in each profile and in groups, that must remain.',
  ),
  keepInWeek: share('70%').describe('The share of the persons a week ago that must remain.'),
  ignoreUnder: z.int().min(1).max(1_000).default(5).describe('A loss of fewer persons than this is always accepted.'),
});

export const directorySchema = z
  .strictObject({
    label: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .describe(
        'The name of the directory in the console, for example Écoles du Jura. Absent: Scribe or ENT for the only one, otherwise the name of the source.',
      ),
    url: ldapUrls.meta({
      description:
        'The address of the directory: ldaps://host, or ldap://host with startTls; a port may follow. Or a list of servers with the ' +
        'same data: the first that answers is read.',
      written: 'address, or list of them',
    }),
    bindDn: z.string().min(1).describe('The DN of the reading account. Scribe: cn=reader,o=gouv,c=fr.'),
    // An empty password makes a bind succeed as nobody (RFC 4513 §5.1.2), and nobody may see fewer people.
    bindPassword: z.string().min(1).meta({
      description:
        'The password of that account. Scribe keeps it in /root/.reader: copy it here, and write file:/etc/volee/reader.password.',
      secret: true,
    }),
    baseDn: baseDn.describe('The root of the search. Scribe: o=gouv,c=fr; in its AD DC=…, the parent of ou=education.'),
    layout: z
      .enum(['scribe', 'scribe-ad', 'sdet', 'custom'], 'write scribe, scribe-ad, sdet or custom')
      .describe(
        'The layout of the directory. scribe: the OpenLDAP of EOLE Scribe; scribe-ad: the Samba AD of an AmonEcole; sdet: an ENT after ' +
          'the SDET; custom: see the key custom.',
      ),
    custom: customSchema.optional().describe('The filters and attributes of the layout custom.'),
    schedule: z
      .string()
      .regex(CRON, 'write a cron pattern of five fields, for example "0 4 * * *": every day at four')
      .optional()
      .meta({
        description: 'The times at which `volee serve` reads the directory, for example "0 4 * * *". Absent: never.',
        written: 'cron pattern',
      }),
    fullRead: duration({ min: '1s', max: '7d' })
      .prefault('24h')
      .describe(
        'The longest time between two full readings. Between them, a directory with an unchanged contextCSN (OpenLDAP with syncprov) ' +
          'is not read.',
      ),
    follow: duration({ min: '1s', max: '1h' })
      .optional()
      .describe(
        'The interval at which `volee serve` checks the contextCSN, and reads when it changed: with 2s, a change reaches the bricks within ' +
          'seconds. Absent: only the schedule counts.',
      ),
    checkLogins: z
      .strictObject({
        wait: duration({ min: '100ms', max: '10s' })
          .prefault('1s')
          .describe('The longest time that a login waits for its entry; it goes on without an answer.'),
        parallel: z.int().min(1).max(100).default(4).describe('The number of entries that are read at once.'),
      })
      .optional()
      .describe(
        'Reads the entry of each login in the directory: a login that was given to another person since the last sync is refused, ' +
          'and a sync is asked for. Needs stable ids. Write {} for the usual values. Absent: the next sync notices it.',
      ),
    guard: guardSchema
      .prefault({})
      .describe('The number of persons that may leave a school before an administrator must approve.'),
    keyAttribute: attributeName
      .optional()
      .describe(
        'The attribute that identifies a person. Absent: the login (uid; cn in scribe-ad). Do not change it after the first sync.',
      ),
    startTls: z
      .boolean()
      .default(false)
      .describe('Whether an ldap:// connection is encrypted with StartTLS before the login.'),
    ca: certificateFile
      .optional()
      .describe('PEM file of the authority that signed the certificate of the directory, if it is not a public one.'),
    timeout: duration({ min: '1s', max: '1h' })
      .prefault('30s')
      .describe('The time limit for each answer of the directory: 30s, 2min.'),
    pageSize: z.int().min(1).max(10_000).default(500).describe('The number of entries in a page of results.'),
    schools: z
      .record(z.string().regex(/^\d{7}[A-Z]$/, 'write a UAI: seven digits and a capital letter'), school)
      .default({})
      .describe('By UAI: names and kinds of schools that are missing or wrong in the directory.'),
  })
  .refine(({ url, startTls }) => !(startTls && url.some(isEncrypted)), {
    path: ['startTls'],
    message: 'an ldaps:// connection is already encrypted: remove startTls, or write ldap://',
  })
  .refine(({ url, startTls, ca }) => ca === undefined || startTls || url.some(isEncrypted), {
    path: ['ca'],
    message: 'the connection is not encrypted: write ldaps:// or startTls: true, or remove ca',
  })
  .refine(({ layout, custom }) => layout !== 'custom' || custom !== undefined, {
    path: ['custom'],
    message: 'missing: name the filters and attributes to read, or choose another layout',
  })
  .refine(({ layout, custom }) => layout === 'custom' || custom === undefined, {
    path: ['custom'],
    message: 'unused: write layout: custom, or remove custom',
  });

export type DirectorySettings = z.output<typeof directorySchema>;
export type SchoolOverrides = DirectorySettings['schools'];

function isEncrypted(url: string): boolean {
  return url.startsWith('ldaps:');
}
