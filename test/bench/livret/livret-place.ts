// SPDX-License-Identifier: EUPL-1.2
import type { Stoppable } from '../../services/index.js';
import { BenchClient } from '../measure/bench-client.js';
import type { MeasuredProcess } from '../measure/measure-requests.js';
import { openInHelper } from '../shared/open-in-helper.js';
import type { LivretSchools } from './livret-schools.js';
import type { Cookie, Count, Opened, Processor, ServerOrder, Texts } from './livret-server.js';

/** A host with an école and a collège, in a process of its own. */
export interface LivretPlace extends LivretSchools, MeasuredProcess, Stoppable {
  tell(order: ServerOrder): Promise<void>;
  count(order: ServerOrder): Promise<number>;
  /** A person with a session of their own. */
  client(personId: string | undefined): Promise<BenchClient>;
}

/** @param databaseUrl an empty database; a file of SQLite when it is absent */
export function openLivretPlace(databaseUrl: string | undefined, execArgv: readonly string[]): Promise<LivretPlace> {
  return openInHelper('../livret/livret-server.js', execArgv, async ({ server, folder, keep }) => {
    const ask = <Answer>(order: ServerOrder): Promise<Answer> => server.ask<Answer>(order);
    const { url, ecole, college } = await ask<Opened>({ kind: 'open', folder, databaseUrl });
    return {
      ...{ ecole, college },
      tell: (order: ServerOrder) => ask<void>(order),
      processor: async () => (await ask<Processor>({ kind: 'processor' })).milliseconds,
      statements: async () => (await ask<Texts>({ kind: 'statements' })).texts,
      count: async (order: ServerOrder) => (await ask<Count>(order)).count,
      async client(personId = '') {
        const { cookie } = await ask<Cookie>({ kind: 'session', personId });
        return keep(new BenchClient(url, cookie));
      },
    };
  });
}
