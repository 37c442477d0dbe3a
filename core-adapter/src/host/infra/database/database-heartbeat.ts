// SPDX-License-Identifier: EUPL-1.2
import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import type { DataSource } from 'typeorm';
import type { Log } from '../../../api/log.js';
import { Heartbeat } from './heartbeat.js';
import { mariadbAddress } from './mariadb-address.js';

/** The limit for connecting and answering, in milliseconds. */
const LIMIT = 1_500;

/** A connection of mysql2: its stream is not in the types. */
interface Connection extends EventEmitter {
  readonly stream: Duplex;
}

/** The heartbeat of a MariaDB server: work that waits for a server without an answer is cut off, and the log gets one line. */
export function databaseHeartbeat(
  dataSource: DataSource,
  url: string,
  log: Pick<Log, 'info' | 'error'> | undefined,
): Heartbeat {
  const cutOff = busyConnections(dataSource);
  return new Heartbeat({
    ask: () => ping(url),
    onLost: () => {
      log?.error({}, 'the database does not answer');
      cutOff();
    },
    onFound: () => log?.info({}, 'the database answers again'),
  });
}

/** @throws Error when the server sends nothing at all; one with too many connections still answers */
async function ping(url: string): Promise<void> {
  const { createConnection } = await import('mysql2');
  const connection = createConnection({ ...mariadbAddress(url), connectTimeout: LIMIT });
  try {
    await new Promise<void>((resolve, reject) => {
      const answer = (error: unknown): void => {
        if (!error || (typeof error === 'object' && 'sqlState' in error)) resolve();
        else reject(error);
      };
      connection.on('error', answer);
      connection.ping(answer);
      setTimeout(() => answer(new Error('no answer')), LIMIT).unref();
    });
  } finally {
    connection.destroy();
    (connection as unknown as Connection).stream.destroy();
  }
}

/**
 * Tracks the connections of the pool that are in use.
 * @returns a function that cuts them off, so that work waiting for them fails
 */
function busyConnections({ driver }: DataSource): () => void {
  const { pool } = driver as unknown as { pool: EventEmitter };
  const busy = new Set<Connection>();
  const known = new WeakSet<Connection>();
  pool.on('acquire', (connection: Connection) => {
    busy.add(connection);
    if (known.has(connection)) return;
    known.add(connection);
    for (const event of ['end', 'error']) connection.on(event, () => busy.delete(connection));
  });
  pool.on('release', (connection: Connection) => busy.delete(connection));
  return () => {
    const lost = Object.assign(new Error('the server does not answer'), { code: 'PROTOCOL_CONNECTION_LOST' });
    for (const { stream } of [...busy]) stream.destroy(lost);
  };
}
