// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import http, { type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export interface CannedServer {
  readonly origin: string;
  /** Path and query of each request, as they came over the wire. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

export interface CannedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers a request, or writes to the response itself and returns nothing. */
export type Answering = (url: URL, response: ServerResponse) => CannedAnswer | void;

/** A real HTTP(S) server on a port of 127.0.0.1 that replays what it is told. */
export async function startCannedServer(answer: Answering, tls?: { key: string; cert: string }): Promise<CannedServer> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    const canned = answer(new URL(request.url ?? '', 'http://canned'), response);
    if (canned) response.writeHead(canned.status ?? 200, canned.headers).end(canned.body);
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
