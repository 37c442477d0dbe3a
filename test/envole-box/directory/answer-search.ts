// SPDX-License-Identifier: EUPL-1.2
import ldap from 'ldapjs';
import type { LdapEntry } from '../ldap-entry.js';
import { selectAttributes } from './attributes.js';
import type { DirectorySwitches } from './directory-switches.js';
import { dnKey, isBelow, parentKey } from './dn-key.js';
import type { LdapSocket, SearchRequest, SearchResponse, LdapFilter } from './ldapjs-server.js';
import { matchesFilter } from './matches-filter.js';
import type { Found, PagedSearches } from './paged-searches.js';
import { ResultCode } from './result-codes.js';

const PAGED_RESULTS = '1.2.840.113556.1.4.319';

export interface DirectoryState {
  entries: readonly LdapEntry[];
  switches: DirectorySwitches;
}

export interface ConnectionState {
  sent: number;
  pagedSearches: PagedSearches;
}

/** Search (RFC 4511 §4.5), with paged results (RFC 2696) where they are asked for and switched on. */
export function answerSearch(
  { entries, switches }: DirectoryState,
  connection: ConnectionState,
  request: SearchRequest,
  response: SearchResponse,
): void {
  if (String(request.baseObject) === '' && request.scopeName === 'base') {
    const root = rootDse(entries[0] ? [entries[0].dn] : [], switches.paging);
    if (matchesFilter(root, request.filter)) sendEntry(root, request, response);
    return response.end(ResultCode.success);
  }
  if (!mayRead(request.connection, switches)) return response.end(ResultCode.insufficientAccessRights);

  const control = request.controls.find(({ type }) => type === PAGED_RESULTS);
  if (control?.criticality && !switches.paging) return response.end(ResultCode.unavailableCriticalExtension);
  if (!control || !switches.paging) {
    const found = find(entries, switches, request);
    if (!found) return response.end(ResultCode.noSuchObject);
    return sendAll(found, switches, connection, request, response);
  }

  const { size, cookie } = control.value;
  const found = cookie.length > 0 ? undefined : find(entries, switches, request);
  if (cookie.length === 0 && !found) return response.end(ResultCode.noSuchObject);
  const { pagedSearches } = connection;
  const page = found ? pagedSearches.begin(found, size) : pagedSearches.resume(control.value);
  if (!page) {
    response.diagnosticMessage = 'paged results cookie is invalid or old';
    return response.end(ResultCode.unwillingToPerform);
  }
  response.addControl(new ldap.PagedResultsControl({ value: { size: 0, cookie: page.cookie } }));
  return sendAll(page, switches, connection, request, response);
}

function mayRead(socket: LdapSocket, { anonymousRead, readers }: DirectorySwitches): boolean {
  const bound = String(socket.ldap.bindDN);
  if (bound === 'cn=anonymous') return anonymousRead;
  return !readers || readers.some((reader) => dnKey(reader) === dnKey(bound));
}

function find(
  entries: readonly LdapEntry[],
  { loseReadRights, sizeLimit }: DirectorySwitches,
  { baseObject, scopeName, filter, sizeLimit: wantedLimit }: SearchRequest,
): Found | undefined {
  if (loseReadRights) return { entries: [], limited: false };
  const found = findEntries(entries, { base: String(baseObject), scope: scopeName, filter });
  if (!found) return undefined;
  const limit = Math.min(sizeLimit ?? Infinity, wantedLimit || Infinity); // RFC 4511 §4.5.1.4: 0 is no limit
  return { entries: found.slice(0, limit), limited: found.length > limit };
}

function sendAll(
  { entries, limited }: Found,
  { cutAfter = Infinity }: DirectorySwitches,
  connection: ConnectionState,
  request: SearchRequest,
  response: SearchResponse,
): void {
  for (const entry of entries) {
    if (connection.sent >= cutAfter) {
      request.connection.destroySoon(); // what was sent before still arrives
      return;
    }
    sendEntry(entry, request, response);
    connection.sent += 1;
  }
  response.end(limited ? ResultCode.sizeLimitExceeded : ResultCode.success);
}

function sendEntry(entry: LdapEntry, request: SearchRequest, response: SearchResponse): void {
  const attributes = selectAttributes(entry, request.attributes, request.typesOnly);
  response.send(response.createSearchEntry({ objectName: entry.dn, attributes }));
}

interface Query {
  base: string;
  scope: SearchRequest['scopeName'];
  filter: LdapFilter;
}

/** The entries that a search finds, in the order of the directory; `undefined` when its base does not exist. */
function findEntries(entries: readonly LdapEntry[], { base, scope, filter }: Query): LdapEntry[] | undefined {
  const baseKey = dnKey(base);
  const keyed = entries.map((entry) => ({ entry, key: dnKey(entry.dn) }));
  if (!keyed.some(({ key }) => key === baseKey)) return undefined;
  return keyed
    .filter(({ key }) => isInScope(key, baseKey, scope))
    .map(({ entry }) => entry)
    .filter((entry) => matchesFilter(entry, filter));
}

function isInScope(key: string, base: string, scope: Query['scope']): boolean {
  if (scope === 'base') return key === base;
  if (scope === 'single') return parentKey(key) === base;
  return key === base || isBelow(key, base);
}

// RFC 2696

/**
 * The entry by which a server presents itself (RFC 4512 §5.1). Without paging `supportedControl` stands there without
 * a value, as GLAuth answers.
 */
function rootDse(namingContexts: string[], paging: boolean): LdapEntry {
  return {
    dn: '',
    attributes: {
      objectClass: ['top'],
      namingContexts,
      supportedControl: paging ? [PAGED_RESULTS] : [],
      supportedLDAPVersion: ['3'],
      vendorName: ['ENVOLE d’essai'],
    },
  };
}
