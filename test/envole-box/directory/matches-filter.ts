// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import { readableValues } from './attributes.js';
import { dnKey } from './dn-key.js';
import { decodeHexEscapes } from './escapes.js';
import type { LdapFilter, ValueFilterType } from './ldapjs-server.js';

// The filters of ldapjs compare with case and do not undo escapes; a directory does as its schema says.
const CASE_SENSITIVE = new Set(['memberuid', 'homedirectory']); // caseExactIA5Match in RFC 2307
const DN_VALUED = new Set(['member', 'manager', 'seealso']); // distinguishedNameMatch

/** Whether an entry matches a search filter (RFC 4511 §4.5.1.7); an unsupported kind of filter matches nothing. */
export function matchesFilter(entry: LdapEntry, filter: LdapFilter): boolean {
  switch (filter.type) {
    case 'AndFilter':
      return filter.clauses.every((clause) => matchesFilter(entry, clause));
    case 'OrFilter':
      return filter.clauses.some((clause) => matchesFilter(entry, clause));
    case 'NotFilter':
      return !matchesFilter(entry, filter.filter);
    case 'PresenceFilter':
      return readableValues(entry, filter.attribute).length > 0;
    case 'SubstringFilter': {
      const pattern = substringPattern(filter.initial, filter.any, filter.final, filter.attribute);
      return readableValues(entry, filter.attribute).some((value) => pattern.test(comparable(value, filter.attribute)));
    }
    default: {
      const wanted = comparable(decodeHexEscapes(filter.value), filter.attribute);
      const values = readableValues(entry, filter.attribute);
      return values.some((value) => compares(filter.type, comparable(value, filter.attribute), wanted));
    }
  }
}

function compares(type: ValueFilterType, value: string, wanted: string): boolean {
  switch (type) {
    case 'EqualityFilter':
    case 'ApproximateFilter':
      return value === wanted;
    case 'GreaterThanEqualsFilter':
      return value >= wanted;
    case 'LessThanEqualsFilter':
      return value <= wanted;
    case 'ExtensibleFilter':
      return false;
  }
}

function comparable(value: string, attribute: string): string {
  const name = attribute.toLowerCase();
  if (DN_VALUED.has(name)) return dnKey(value);
  if (CASE_SENSITIVE.has(name)) return value;
  return value.trim().replaceAll(/ +/g, ' ').toLowerCase(); // caseIgnoreMatch, RFC 4517 §4.2.11
}

function substringPattern(initial: string, any: readonly string[], final: string, attribute: string): RegExp {
  const caseless = !CASE_SENSITIVE.has(attribute.toLowerCase());
  const literal = (part: string): string => decodeHexEscapes(part).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${[initial, ...any, final].map(literal).join('.*')}$`, caseless ? 'isu' : 'su');
}
