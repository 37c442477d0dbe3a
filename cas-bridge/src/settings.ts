// SPDX-License-Identifier: EUPL-1.2
import { certificateFile, duration } from '@volee/core-adapter';
import { z } from 'zod';

const baseUrl = z
  .url({
    protocol: /^https?$/,
    error: 'write the address of the CAS server, for example https://scribe.example.org:8443',
    abort: true,
  })
  .refine(isPlain, 'write only scheme, host, port and path: no name, no password, no "?", no "#"')
  .transform((text) => text.replace(/\/+$/, ''));

function isPlain(text: string): boolean {
  const { username, password } = new URL(text);
  return username === '' && password === '' && !/[?#]/.test(text);
}

export const settingsSchema = z
  .strictObject({
    baseUrl: baseUrl.describe(
      'What stands before /login at the CAS server. EoleSSO: https://host:8443, without a path; LemonLDAP::NG: https://host/cas.',
    ),
    flavour: z
      .enum(['auto', 'cas1', 'cas2', 'cas3'])
      .default('auto')
      .describe('The version of the CAS protocol. auto: 3 where the server knows it, otherwise 2.'),
    ca: certificateFile
      .optional()
      .describe('PEM file of the authority that signed the certificate of the CAS server, if it is not a public one.'),
    source: z.string().min(1).default('ldap').describe('The directory source whose logins the CAS server speaks.'),
    match: z
      .string()
      .min(1)
      .default('user')
      .describe(
        'What holds the login: "user" is the CAS user; otherwise the name of an attribute, written section.name for EoleSSO.',
      ),
    timeout: duration({ min: '100ms', max: '1min' })
      .prefault('5s')
      .describe('How long the CAS server may take to judge a ticket: 5s or 800ms.'),
    logoutParameter: z
      .enum(['service', 'url'])
      .default('service')
      .describe('The parameter that tells /logout where to come back to. EoleSSO: url.'),
  })
  .refine(({ flavour, match }) => flavour !== 'cas1' || match === 'user', {
    path: ['match'],
    message: 'CAS 1.0 knows no attributes: leave "match" out, or choose another flavour',
  });

export type Settings = z.output<typeof settingsSchema>;
export type Flavour = Settings['flavour'];
