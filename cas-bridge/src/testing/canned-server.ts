// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface CannedServer {
  readonly origin: string;
  /** Path and query of each request, as they came over the wire. */
  readonly asked: readonly string[];
  /** Shows another certificate to new connections; an HTTP server has none. */
  renew(tls: { key: string; cert: string }): void;
  stop(): Promise<void>;
}

export interface CannedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The parts of a request besides its address. */
export interface CannedRequest {
  readonly method: string;
  /** Empty when none was sent. */
  readonly cookie: string;
  readonly form: URLSearchParams;
}

/** Answers a request, or writes to the response itself and returns nothing. */
export type Answering = (url: URL, response: ServerResponse) => CannedAnswer | void;

/** The same, by what the request brought. */
export type AnsweringForms = (url: URL, response: ServerResponse, request: CannedRequest) => CannedAnswer | void;

/** A real HTTP(S) server on a port of 127.0.0.1 that replays what it is told. */
export async function startCannedServer(
  answer: AnsweringForms,
  tls?: { key: string; cert: string },
): Promise<CannedServer> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    void read(request).then((brought) => {
      const canned = answer(new URL(request.url ?? '', 'http://canned'), response, brought);
      if (canned) response.writeHead(canned.status ?? 200, canned.headers).end(canned.body);
    });
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    asked,
    renew: (other) => {
      if (server instanceof https.Server) server.setSecureContext(other);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<CannedRequest> {
  const { method = '', headers } = request;
  return { method, cookie: headers.cookie ?? '', form: new URLSearchParams(await text(request)) };
}
