// SPDX-License-Identifier: EUPL-1.2
import type { Socket } from 'node:net';

import ldapjs from 'ldapjs';

import type { TestEntry } from './test-entries.js';

interface Dn {
  equals(other: Dn): boolean;
  parentOf(other: Dn): boolean;
  readonly length: number;
}

interface BindRequest {
  readonly name: object;
  readonly credentials: string;
  readonly connection: Socket;
}

export interface SearchRequest {
  readonly baseObject: Dn;
  readonly scopeName: 'base' | 'single' | 'subtree';
  readonly filter: { matches(attributes: object): boolean; toString(): string };
  readonly attributes: readonly string[];
  readonly timeLimit: number;
  readonly controls: readonly { type: string; value: { size: number; cookie: Buffer } }[];
  readonly connection: Socket;
}

export interface SearchResponse {
  status: number;
  createSearchEntry(entry: { objectName: string; attributes: { type: string; values: string[] }[] }): object;
  send(entry: object): void;
  createSearchReference(uri: string): object;
  addControl(control: object): void;
  addReferral(uri: string): void;
  end(status?: number): void;
}

export interface Behaviour {
  readonly paging?: boolean;
  /** Attributes of the root DSE besides the controls. */
  readonly rootDse?: Readonly<Record<string, string[]>>;
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** Answers a search instead of the directory; `false` leaves it to the directory. */
  readonly answer?: (request: SearchRequest, response: SearchResponse) => boolean;
}

export interface TestDirectory {
  readonly url: string;
  readonly port: number;
  /** The searches received, except those of the root DSE. */
  readonly searches: SearchRequest[];
  readonly connections: Set<Socket>;
  /** Number of entries sent, except the root DSE. */
  sent: number;
  stop(): Promise<void>;
}

export const BIND_DN = 'cn=reader,o=gouv,c=fr';
export const BIND_PASSWORD = 'only-for-tests';
const PAGING = '1.2.840.113556.1.4.319';

/** A small LDAP server for the tests of this package: one account, search, paged results, and behaviour set by the test. */
export async function startTestDirectory(
  entries: readonly TestEntry[],
  behaviour: Behaviour = {},
): Promise<TestDirectory> {
  const { paging = true, rootDse = {}, answer, tls } = behaviour;
  const tree = entries.map((entry) => ({ dn: ldapjs.parseDN(entry.dn) as unknown as Dn, entry }));
  const state = { searches: [] as SearchRequest[], connections: new Set<Socket>(), sent: 0 };
  const server = ldapjs.createServer(tls ?? {});

  server.bind('', (request: BindRequest, response: SearchResponse) => {
    state.connections.add(request.connection);
    request.connection.setNoDelay(true);
    response.end(String(request.name) === BIND_DN && request.credentials === BIND_PASSWORD ? 0 : 49);
  });

  server.search('', (request: SearchRequest, response: SearchResponse) => {
    if (request.baseObject.length === 0) {
      sendEntry({ dn: '', attributes: { ...rootDse, supportedControl: paging ? [PAGING] : [] } }, request, response);
      return response.end();
    }
    state.searches.push(request);
    if (answer?.(request, response)) return undefined;
    if (!tree.some(({ dn }) => dn.equals(request.baseObject))) return response.end(32);
    const found = tree.filter(({ dn, entry }) => inScope(dn, request) && request.filter.matches(entry.attributes));
    for (const { entry } of page(found, request, response)) {
      sendEntry(entry, request, response);
      state.sent += 1;
    }
    return response.end();
  });

  server.on('error', () => undefined); // ldapjs closes the connection by itself when a message cannot be parsed
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = Number(new URL(server.url).port);
  return Object.assign(state, {
    port,
    url: `${tls ? 'ldaps' : 'ldap'}://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of state.connections) socket.destroy();
      }),
  });
}

/** Sends the requested attributes, or all of them when the request names none. */
export function sendEntry({ dn, attributes }: TestEntry, request: SearchRequest, response: SearchResponse): void {
  const asked = request.attributes.map((name) => name.toLowerCase());
  const chosen = Object.entries(attributes).filter(
    ([name]) => asked.length === 0 || asked.includes(name.toLowerCase()),
  );
  const list = chosen.map(([type, values]) => ({ type, values }));
  response.send(response.createSearchEntry({ objectName: dn, attributes: list }));
}

function inScope(dn: Dn, { baseObject, scopeName }: SearchRequest): boolean {
  const below = baseObject.parentOf(dn);
  if (scopeName === 'base') return dn.equals(baseObject);
  return scopeName === 'single' ? below && dn.length === baseObject.length + 1 : below || dn.equals(baseObject);
}

/** The cookie is the index of the first entry of the next page. */
function page<Item>(found: Item[], { controls }: SearchRequest, response: SearchResponse): Item[] {
  const paged = controls.find(({ type }) => type === PAGING)?.value;
  if (!paged) return found;
  const start = Number(paged.cookie.toString() || '0');
  const end = start + paged.size;
  const cookie = Buffer.from(end < found.length ? String(end) : '');
  response.addControl(new ldapjs.PagedResultsControl({ value: { size: found.length, cookie } }));
  return found.slice(start, end);
}
