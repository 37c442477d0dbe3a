// SPDX-License-Identifier: EUPL-1.2
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Node publishes each request here, before a server calls its handlers. */
const CHANNEL = 'http.server.request.start';

export interface ReceivedRequest {
  readonly request: IncomingMessage;
  /** Resolves once somebody listens to its body. */
  readonly read: Promise<void>;
  /** Whether somebody has listened to its body. A body that is only drained was not read. */
  wasRead(): boolean;
}

/** The next request that a server of this process receives. */
export function nextRequest(): Promise<ReceivedRequest> {
  return new Promise((resolve) => {
    const receive = (message: unknown): void => {
      unsubscribe(CHANNEL, receive);
      const { request } = message as { readonly request: IncomingMessage };
      let wasRead = false;
      const read = new Promise<void>((listened) => {
        request.on('newListener', (event) => {
          if (event !== 'data' && event !== 'readable') return;
          wasRead = true;
          listened();
        });
      });
      resolve({ request, read, wasRead: () => wasRead });
    };
    subscribe(CHANNEL, receive);
  });
}
