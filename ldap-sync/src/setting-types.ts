// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { parseDn } from './ldap/distinguished-name.js';

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
