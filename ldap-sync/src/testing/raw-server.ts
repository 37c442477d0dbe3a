// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface RawServer {
  readonly port: number;
  readonly connections: Set<Socket>;
  stop(): Promise<void>;
}

/** A TCP server that does with each connection what it is told, and otherwise says nothing. */
export async function startRawServer(onConnection: (socket: Socket) => void = () => undefined): Promise<RawServer> {
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address for a listening server');
  return {
    port: address.port,
    connections,
    stop: async () => {
      for (const socket of connections) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
