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

/** C16: an address is compared whole, and a pattern must fit from its beginning to its end. */
const link = z
  .string()
  .refine(
    (text) => text.startsWith('^') || URL.canParse(text),
    'write an address, or a regular expression that begins with ^',
  )
  .refine((text) => !text.startsWith('^') || isPattern(text), 'this is no regular expression')
  .transform((text) => (text.startsWith('^') ? wholePattern(text) : text));

const chain = z.union([link.transform((one) => [one]), z.array(link).min(1)]);

function isPattern(text: string): boolean {
  try {
    // First alone: "^a)|(?:b" becomes a pattern only by what is put around it, and another one than was meant.
    return new RegExp(text, 'u').source !== '' && wholePattern(text).source !== '';
  } catch {
    return false;
  }
}

function wholePattern(text: string): RegExp {
  return new RegExp(`^(?:${text})$`, 'u');
}

export const settingsSchema = z
  .strictObject({
    baseUrl: baseUrl.describe(
      'What stands before /login at the CAS server. EoleSSO: https://host:8443, without a path; LemonLDAP::NG: https://host/cas.',
    ),
    flavour: z
      .enum(['auto', 'cas1', 'cas2', 'cas3'])
      .default('auto')
      .describe(
        'The version of the CAS protocol. auto: 3 where the server knows it, otherwise 2. cas1 only before servers without proxy tickets.',
      ),
    ca: certificateFile
      .optional()
      .describe('PEM file of the authority that signed the certificate of the CAS server, if it is not a public one.'),
    source: z.string().min(1).default('ldap').describe('The directory source whose logins the CAS server speaks.'),
    match: z
      .string()
      .min(1)
      .default('user')
      .describe(
        'What holds the login: "user" is the CAS user; otherwise the exact name of an attribute, written section.name for EoleSSO. In the login itself capitals and small letters are the same.',
      ),
    timeout: duration({ min: '100ms', max: '1min' })
      .prefault('5s')
      .describe('How long the CAS server may take to judge a ticket: 5s or 800ms.'),
    format: z
      .enum(['xml', 'json'])
      .default('xml')
      .describe('What the CAS server is asked to write its answers in. json: servers of CAS 3.0 alone.'),
    renew: z
      .boolean()
      .default(true)
      .describe(
        'Whether the CAS server can ask for the password again (renew), for what session.fresh names. false: nothing asks for it again.',
      ),
    ticketBy: z
      .enum(['get', 'post'])
      .default('get')
      .describe('How the ticket comes: in the address, or by a form (post), where the CAS server knows method=POST.'),
    proxies: z.array(chain).default([]).meta({
      description:
        'Services that may bring people by a proxy ticket: lists of addresses in the order in which the CAS server names them, the last service first. What begins with ^ is a regular expression for the whole address.',
      written: 'list of addresses, or of lists of addresses',
    }),
    proxyTickets: z
      .boolean()
      .default(false)
      .describe(
        'Whether bricks may ask the CAS server for tickets to other services in the name of who is logged in. server.publicUrl must be https then.',
      ),
    parallel: z
      .int()
      .min(1)
      .max(500)
      .default(20)
      .describe('How many tickets one process shows to the CAS server at the same time.'),
    waiting: z
      .int()
      .min(0)
      .max(10_000)
      .default(200)
      .describe(
        'How many logins may wait for that, in fair shares for each client address; when more come, people read that many are arriving.',
      ),
    logoutParameter: z
      .enum(['service', 'url'])
      .default('service')
      .describe('The parameter that tells /logout where to come back to. EoleSSO: url.'),
  })
  .refine(({ flavour, match }) => flavour !== 'cas1' || match === 'user', {
    path: ['match'],
    message: 'CAS 1.0 knows no attributes: leave "match" out, or choose another flavour',
  })
  .refine(({ flavour, format }) => flavour === 'cas3' || flavour === 'auto' || format === 'xml', {
    path: ['format'],
    message: 'only CAS 3.0 writes JSON: leave "format" out, or choose another flavour',
  })
  .refine(({ flavour, proxies, proxyTickets }) => flavour !== 'cas1' || (proxies.length === 0 && !proxyTickets), {
    path: ['flavour'],
    message: 'CAS 1.0 knows no proxy tickets: leave "proxies" and "proxyTickets" out, or choose another flavour',
  });

export type Settings = z.output<typeof settingsSchema>;
export type Flavour = Settings['flavour'];
