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

/** The pattern is compared with the whole address, so that no other service passes with an allowed address inside its own (C16). */
const link = z
  .string()
  .refine(
    (text) => text.startsWith('^') || URL.canParse(text),
    'write an address, or a regular expression that begins with ^',
  )
  .refine((text) => !text.startsWith('^') || isPattern(text), 'this is not a regular expression')
  .transform((text) => (text.startsWith('^') ? wholePattern(text) : text));

const chain = z.union([link.transform((one) => [one]), z.array(link).min(1)]);

function isPattern(text: string): boolean {
  try {
    // The text is checked alone first: "^a)|(?:b" becomes a pattern only by what is put around it, and another one than was meant.
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
      'The address of the CAS server, without /login. EoleSSO: https://host:8443, without a path; LemonLDAP::NG: https://host/cas.',
    ),
    flavour: z
      .enum(['auto', 'cas1', 'cas2', 'cas3'])
      .default('auto')
      .describe(
        'The version of the CAS protocol. auto: 3 if the server supports it, otherwise 2. cas1 only for servers without proxy tickets.',
      ),
    ca: certificateFile
      .optional()
      .describe('PEM file of the authority that signed the certificate of the CAS server, if it is not a public one.'),
    source: z.string().min(1).default('ldap').describe('The directory source with the logins of the CAS server.'),
    match: z
      .string()
      .min(1)
      .default('user')
      .describe(
        'The attribute with the login: "user" is the CAS user; otherwise the exact name of an attribute, written section.name for EoleSSO. Logins are compared without case.',
      ),
    timeout: duration({ min: '100ms', max: '1min' })
      .prefault('5s')
      .describe('The time limit for the CAS server to validate a ticket: 5s or 800ms.'),
    format: z
      .enum(['xml', 'json'])
      .default('xml')
      .describe('The format that the CAS server is asked for. json: only servers of CAS 3.0.'),
    renew: z
      .boolean()
      .default(true)
      .describe(
        'Whether the CAS server supports renew (asking for the password again), for the pages of session.fresh. false: no page asks for it again.',
      ),
    ticketBy: z
      .enum(['get', 'post'])
      .default('get')
      .describe('How the ticket is sent: in the address, or by a form (post) if the CAS server supports method=POST.'),
    proxies: z.array(chain).default([]).meta({
      description:
        'Services that may log users in with a proxy ticket: lists of addresses in the order of the CAS server, the last service first. An entry that begins with ^ is a regular expression for the whole address.',
      written: 'list of addresses, or of lists of addresses',
    }),
    proxyTickets: z
      .boolean()
      .default(false)
      .describe(
        'Whether bricks may request tickets for other services on behalf of the logged-in user. server.publicUrl must then be https.',
      ),
    parallel: z
      .int()
      .min(1)
      .max(500)
      .default(20)
      .describe('The number of tickets that one process validates at the same time.'),
    waiting: z
      .int()
      .min(0)
      .max(10_000)
      .default(200)
      .describe(
        'The number of logins that may wait, in fair shares for each client address; further users get a page that asks them to try again.',
      ),
    logoutParameter: z
      .enum(['service', 'url'])
      .default('service')
      .describe('The parameter of /logout with the address to return to. EoleSSO: url.'),
  })
  .refine(({ flavour, match }) => flavour !== 'cas1' || match === 'user', {
    path: ['match'],
    message: 'CAS 1.0 has no attributes: remove "match", or choose another flavour',
  })
  .refine(({ flavour, format }) => flavour === 'cas3' || flavour === 'auto' || format === 'xml', {
    path: ['format'],
    message: 'only CAS 3.0 has JSON: remove "format", or choose another flavour',
  })
  .refine(({ flavour, proxies, proxyTickets }) => flavour !== 'cas1' || (proxies.length === 0 && !proxyTickets), {
    path: ['flavour'],
    message: 'CAS 1.0 has no proxy tickets: remove "proxies" and "proxyTickets", or choose another flavour',
  });

export type Settings = z.output<typeof settingsSchema>;
export type Flavour = Settings['flavour'];
