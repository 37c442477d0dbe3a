// SPDX-License-Identifier: EUPL-1.2
import type { Socket } from 'node:net';
import ldap from 'ldapjs';
import type { LdapEntry } from '../ldap-entry.js';
import { READER } from '../sample/tree.js';
import { answerSearch, type ConnectionState } from './answer-search.js';
import type { DirectorySwitches } from './directory-switches.js';
import type { BindRequest, LdapResponse, SearchRequest, SearchResponse } from './ldapjs-server.js';
import { PagedSearches } from './paged-searches.js';
import { valuesOf } from './attributes.js';
import { dnKey } from './dn-key.js';
import { ResultCode } from './result-codes.js';
import { ENTRY_IDS, entryId } from '../entry-id.js';

/**
 * Gives each new entry an id of its own. The id belongs to the entry: an entry that a test changes keeps it, and an entry that a test
 * deletes and writes again gets another one, even with the same DN.
 */
class EntryIds {
  #last = 0;

  giveTo(entries: readonly LdapEntry[]): void {
    for (const { attributes } of entries) {
      if (ENTRY_IDS.some((name) => attributes[name])) continue;
      this.#last += 1;
      attributes['entryUUID'] = [entryId('added', this.#last)];
    }
  }
}

export interface DirectoryOptions extends Partial<DirectorySwitches> {
  /** Parents before children; the first one is the suffix. They are copied. */
  entries: readonly LdapEntry[];
  /** Chosen by the system when it is 0 or absent. */
  port?: number;
  host?: string;
}

export interface Directory {
  /** `ldap://127.0.0.1:PORT` */
  url: string;
  port: number;
  /** The entries of the directory: a test adds, changes and removes them, and the next search sees the change. */
  entries: LdapEntry[];
  /** Faults and limits, changed at any time. */
  switches: DirectorySwitches;
  /** The account for reading, when the entries are those of the sample. */
  reader: { dn: string; password: string };
  /** Breaks all connections and closes the port. */
  stop(): Promise<void>;
}

/**
 * An LDAP server in this process, for tests and for the demo: simple bind, search, paged results; nothing is written
 * and nothing is encrypted.
 */
export async function startDirectory(options: DirectoryOptions): Promise<Directory> {
  const { entries: given, port = 0, host = '127.0.0.1', ...switches } = options;
  const state = {
    entries: structuredClone([...given]),
    switches: { paging: true, anonymousRead: false, loseReadRights: false, ...switches },
  };
  const ids = new EntryIds();
  ids.giveTo(state.entries);
  const connections = new Map<Socket, ConnectionState>();
  const server = ldap.createServer({
    connectionRouter: (socket) => {
      connections.set(socket, { sent: 0, pagedSearches: new PagedSearches() });
      socket.on('close', () => connections.delete(socket));
      socket.setNoDelay(true); // otherwise the small last message waits 40 ms for the client's acknowledgement of the one before
      server.newConnection(socket);
    },
  });
  server.bind('', (request: BindRequest, response: LdapResponse) => answerBind(state.entries, request, response));
  server.search('', (request: SearchRequest, response: SearchResponse) => {
    ids.giveTo(state.entries);
    const connection = connections.get(request.connection);
    if (connection) answerSearch(state, connection, request, response);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  // After a message that cannot be parsed, ldapjs has closed the connection of its sender; other clients must not suffer.
  server.on('error', () => undefined);

  return {
    ...state,
    url: server.url,
    port: server.address().port,
    reader: { ...READER },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of connections.keys()) socket.destroy();
      }),
  };
}

/** Simple bind (RFC 4511 §4.2) against `userPassword`; anonymous binds are handled elsewhere. */
function answerBind(entries: readonly LdapEntry[], request: BindRequest, response: LdapResponse): void {
  const { name, credentials, connection } = request;
  connection.ldap.bindDN = ldap.parseDN('cn=anonymous'); // RFC 4511 §4.2.1: after a failed bind the connection is anonymous, even if an earlier bind succeeded

  // RFC 4513 §5.1.2: a name without a password must not count as authentication.
  if (credentials === '') {
    response.diagnosticMessage = 'unauthenticated bind (DN with no password) disallowed';
    return response.end(ResultCode.unwillingToPerform);
  }
  const key = dnKey(String(name));
  const account = entries.find((entry) => dnKey(entry.dn) === key);
  if (!account || !valuesOf(account, 'userPassword').includes(credentials)) {
    return response.end(ResultCode.invalidCredentials);
  }
  connection.ldap.bindDN = ldap.parseDN(String(name));
  return response.end(ResultCode.success);
}
