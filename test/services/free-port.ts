// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/** Makes a server of this process listen on 127.0.0.1, on a port that the system chooses. */
export async function listenOnFreePort(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server without a TCP address');
  return address.port;
}

/**
 * A free TCP port of 127.0.0.1, for another process. Another process may take it first, so the caller must then retry with a new port
 * (see `startServer`).
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnFreePort(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether a server accepts connections on this port of 127.0.0.1. */
export function portAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
