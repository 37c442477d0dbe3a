// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto';
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

/** Below the ports that Linux gives to connections and to servers that ask for any (net.ipv4.ip_local_port_range). */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/**
 * A free TCP port of 127.0.0.1, for another process or for later: no connection takes it meanwhile. Another caller may, so a program that starts
 * many servers retries with a new port (see `startServer`).
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    const port = randomInt(LOWEST, HIGHEST);
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') continue;
      throw error;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Whether a server accepts connections on this port of 127.0.0.1. */
export function portAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
