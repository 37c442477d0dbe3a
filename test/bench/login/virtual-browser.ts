// SPDX-License-Identifier: EUPL-1.2
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** A minimal browser: it keeps cookies and connections, and follows redirects. */
export interface VirtualBrowser {
  /** Opens a URL, follows redirects, and reads the page to the last byte. @throws Error when the answer is not a page */
  open(url: URL): Promise<Visit>;
  /** The cookies that would be sent to a server now. */
  cookiesFor(origin: string): string;
  close(): void;
}

export interface Visit {
  /** The final URL. */
  readonly url: URL;
  readonly requests: number;
  readonly headers: IncomingMessage['headers'];
  /** The body before decompression. */
  readonly body: Buffer;
}

/** The connections to use for a server: shared, or the browser's own. */
type Connections = (url: URL) => http.Agent;

const MOST_REQUESTS = 12;

/** @param sso shared connections to the SSO, which is not measured */
export function virtualBrowser(sso: https.Agent, onConnection?: (socket: Socket) => void): VirtualBrowser {
  const own = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const connections: Connections = (url) => (url.protocol === 'https:' ? sso : own);
  const jars = new Map<string, Map<string, string>>();
  const cookiesFor = (origin: string): string =>
    [...(jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');

  async function open(url: URL): Promise<Visit> {
    let at = url;
    for (let requests = 1; requests <= MOST_REQUESTS; requests += 1) {
      const response = await send(at, connections(at), cookiesFor(at.origin));
      if (at.protocol === 'http:') onConnection?.(response.socket);
      keep(jars, at.origin, response.headers['set-cookie'] ?? []);
      const body = await read(response);
      const { statusCode, headers } = response;
      if (statusCode === 200) return { url: at, requests, headers, body };
      if (headers.location === undefined) throw new Error(`${at.href} answered ${statusCode}`);
      at = new URL(headers.location, at);
    }
    throw new Error(`${url.href} leads round and round, last to ${at.href}`);
  }

  return { open, cookiesFor, close: () => own.destroy() };
}

/** Sends one request. Like a browser, it repeats the request when a kept connection had just been closed. */
export function send(url: URL, agent: http.Agent, cookies: string): Promise<IncomingMessage> {
  const headers = {
    Accept: 'text/html,application/xhtml+xml',
    'Accept-Encoding': 'gzip, deflate',
    'Accept-Language': 'fr',
    ...(cookies !== '' && { Cookie: cookies }),
  };
  return new Promise((resolve, reject) => {
    const { get } = url.protocol === 'https:' ? https : http;
    const sent = get(url, { agent, headers }, resolve);
    sent.on('error', (error) => (sent.reusedSocket ? resolve(send(url, agent, cookies)) : reject(error)));
  });
}

export function read(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    response
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(Buffer.concat(chunks)))
      .once('error', reject);
  });
}

function keep(jars: Map<string, Map<string, string>>, origin: string, lines: readonly string[]): void {
  const jar = jars.get(origin) ?? new Map<string, string>();
  jars.set(origin, jar);
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}
