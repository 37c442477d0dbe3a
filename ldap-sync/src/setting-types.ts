// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { parseDn } from './ldap/distinguished-name.js';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, min: 60_000 };

/** In milliseconds; written as a number and a unit. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,4}(s|min)$/, 'write a number and a unit: 30s or 2min')
  .transform((text) => Number.parseInt(text, 10) * (UNITS[text.replace(/\d+/, '')] ?? 0));

export const ldapUrl = z
  .string()
  .refine(isLdapUrl, 'write ldaps://host or ldap://host, with a port if it is not the usual one, and nothing else');

export const baseDn = z
  .string()
  .refine((text) => (parseDn(text)?.length ?? 0) > 0, 'write a distinguished name, for example o=gouv,c=fr');

function isLdapUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  // ldapjs looks up an IPv6 address with its brackets, as if it were a name.
  const isPlain = hostname !== '' && !hostname.startsWith('[') && username === '' && password === '';
  return /^ldaps?:$/.test(protocol) && isPlain && /^\/?$/.test(pathname) && search === '' && hash === '';
}
