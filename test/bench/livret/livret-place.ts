// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stoppable } from '../../services/index.js';
import { startHelper } from '../login/helper-process.js';
import { BenchClient } from '../measure/bench-client.js';
import type { LivretSchools } from './livret-schools.js';
import type { Cookie, Count, Opened, ServerOrder } from './livret-server.js';

/** A host with an école and a collège, in a process of its own. */
export interface LivretPlace extends LivretSchools, Stoppable {
  readonly pid: number;
  tell(order: ServerOrder): Promise<void>;
  count(order: ServerOrder): Promise<number>;
  /** A person with a session of their own. */
  client(personId: string | undefined): Promise<BenchClient>;
}

/** @param databaseUrl an empty database; a file of SQLite when it is absent */
export async function openLivretPlace(
  databaseUrl: string | undefined,
  execArgv: readonly string[],
): Promise<LivretPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-bench-livret-'));
  const server = startHelper('../livret/livret-server.js', execArgv);
  const clients: BenchClient[] = [];
  const ask = <Answer>(order: ServerOrder): Promise<Answer> => server.ask<Answer>(order);
  const stop = async (): Promise<void> => {
    for (const client of clients) client.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { url, ecole, college } = await ask<Opened>({ kind: 'open', folder, databaseUrl });
    return {
      ...{ ecole, college, pid: server.pid, stop },
      tell: (order) => ask(order),
      count: async (order) => (await ask<Count>(order)).count,
      async client(personId = '') {
        const { cookie } = await ask<Cookie>({ kind: 'session', personId });
        const client = new BenchClient(url, cookie);
        clients.push(client);
        return client;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
