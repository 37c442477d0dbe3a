// SPDX-License-Identifier: EUPL-1.2
// The cost of a constant answer in Node.js.
import { createServer } from 'node:http';
import { listenOnFreePort } from '../../services/free-port.js';
import { answerOrders } from './helper-process.js';

export interface PlainOrder {
  /** The body of the page as it travels, in base64. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PlainAnswer {
  readonly port: number;
}

answerOrders(async ({ body, headers }: PlainOrder): Promise<PlainAnswer> => {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_request, response) => {
    response.writeHead(200, headers).end(bytes);
  });
  return { port: await listenOnFreePort(server) };
});
