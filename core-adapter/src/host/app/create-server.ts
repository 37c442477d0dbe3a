// SPDX-License-Identifier: EUPL-1.2
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';

/** In milliseconds. */
export interface ServerTimes {
  /** The time limit for the headers of a request, however slowly they arrive. */
  readonly headers: number;
  /** The interval at which connections are checked for that. */
  readonly check: number;
  /** The time for which a connection may stay silent in the middle of a request. */
  readonly silence: number;
  /** The time for which a connection is kept between two requests. */
  readonly idle: number;
}

/**
 * nginx keeps idle connections for 60 s. When the host closes one first, a request may already be on its way, and the proxy answers 502:
 * the 5 s of Node.js are too short where the process is busy.
 */
const TIMES: ServerTimes = { headers: 20_000, check: 5_000, silence: 120_000, idle: 65_000 };

/**
 * A whole request has no time limit, since a large file may take long over a slow line. The limit for headers is set explicitly: Node.js
 * otherwise takes the smaller of 60 s and `requestTimeout`, and 0 means no limit.
 */
export function createServer(app: RequestListener, { headers, check, silence, idle } = TIMES): Server {
  const options = {
    requestTimeout: 0,
    headersTimeout: headers,
    connectionsCheckingInterval: check,
    keepAliveTimeout: idle,
  };
  const server = createHttpServer(options, app);
  server.timeout = silence;
  return server;
}
