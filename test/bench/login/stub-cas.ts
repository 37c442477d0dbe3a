// SPDX-License-Identifier: EUPL-1.2
// A CAS server that knows everybody and answers at once, in a process of its own.
import { createServer } from 'node:https';
import { listenOnFreePort } from '../../services/free-port.js';
import { answerOrders } from './helper-process.js';

export interface StubOrder {
  readonly cert: string;
  readonly key: string;
  /** The logins, used in turn. */
  readonly logins: readonly string[];
}

export interface StubAnswer {
  readonly port: number;
}

const NAMESPACE = 'http://www.yale.edu/tp/cas';

answerOrders(async ({ cert, key, logins }: StubOrder): Promise<StubAnswer> => {
  let count = 0;
  const server = createServer({ cert, key }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'https://stub');
    if (pathname === '/login') {
      const back = new URL(searchParams.get('service') ?? '');
      back.searchParams.set('ticket', `ST-${(count += 1)}`);
      response.writeHead(302, { Location: back.href }).end();
      return;
    }
    if (!/^(\/p3)?\/serviceValidate$/.test(pathname)) {
      response.writeHead(404).end();
      return;
    }
    // The ticket is the number of the login, so that the stub keeps no state.
    const number = Number(searchParams.get('ticket')?.slice('ST-'.length));
    const user = logins[number % logins.length] ?? '';
    const success = `<cas:authenticationSuccess><cas:user>${user}</cas:user></cas:authenticationSuccess>`;
    response.setHeader('Content-Type', 'text/xml; charset=utf-8');
    response.end(`<cas:serviceResponse xmlns:cas="${NAMESPACE}">${success}</cas:serviceResponse>`);
  });
  return { port: await listenOnFreePort(server) };
});
