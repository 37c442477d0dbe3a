// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { parseDn } from './ldap/distinguished-name.js';
import { isFilter } from './ldap/filter-syntax.js';

const AN_ADDRESS = 'write ldaps://host or ldap://host, with a port if it is not the default, and nothing else';

const ldapUrl = z.string().refine(isLdapUrl, AN_ADDRESS);

/** One address, or several of one directory. */
export const ldapUrls = oneOrSeveral(ldapUrl, AN_ADDRESS);

const AN_ATTRIBUTE = 'write the name of one attribute, for example uid or entryUUID';

export const attributeName = z.string(AN_ATTRIBUTE).regex(/^[a-z][a-z0-9-]*$/i, AN_ATTRIBUTE);

/** One attribute or a list of them. */
export const attributeNames = oneOrSeveral(attributeName, `${AN_ATTRIBUTE}, or a list of names`);

const A_FILTER = 'write one LDAP filter with all its parentheses, for example (objectClass=ENTPerson)';

/** A search filter, whole: what stands after it cannot become a part of it. */
export const ldapFilter = z.string(A_FILTER).trim().refine(isFilter, A_FILTER);

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

/** A value or a list of at least one; always read as a list. */
function oneOrSeveral(
  value: z.ZodType<string, string>,
  sentence: string,
): z.ZodType<readonly string[], string | string[]> {
  const error = ({ input }: { input?: unknown }): string => (input === undefined ? 'missing' : sentence);
  return z.union([value, z.array(value).min(1, sentence)], { error }).transform((written) => [written].flat());
}
