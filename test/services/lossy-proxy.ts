// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

export interface LossyProxy {
  readonly port: number;
  /** Lets the server answer the commit that follows `statement` on one connection, once, and cuts the connection before that answer. */
  loseCommitAfter(statement: string): void;
  stop(): Promise<void>;
}

/** A proxy between a client and a MariaDB server on this machine. */
export async function startLossyProxy(serverPort: number): Promise<LossyProxy> {
  let wanted: string | undefined;
  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    let isNext = false;
    let isLost = false;
    client.on('data', (sent) => {
      const text = sent.toString('latin1');
      if (wanted !== undefined && text.includes(wanted)) isNext = true;
      if (isNext && text.includes('COMMIT')) [isLost, wanted] = [true, undefined];
      server.write(sent);
    });
    server.on('data', (answer) => (isLost ? client.destroy() : client.write(answer)));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    loseCommitAfter: (statement) => void (wanted = statement),
    async stop() {
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
