// SPDX-License-Identifier: EUPL-1.2
import type { Socket } from 'node:net';
import ldap from 'ldapjs';
import type { LdapEntry } from '../ldap-entry.js';
import { READER } from '../sample/tree.js';
import { answerBind } from './answer-bind.js';
import { answerSearch, type ConnectionState } from './answer-search.js';
import type { DirectorySwitches } from './directory-switches.js';
import { EntryIds } from './entry-ids.js';
import type { BindRequest, LdapResponse, SearchRequest, SearchResponse } from './ldapjs-server.js';
import { PagedSearches } from './paged-searches.js';

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
