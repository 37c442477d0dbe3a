// SPDX-License-Identifier: EUPL-1.2
import type { Stoppable } from '../../services/index.js';
import { BenchClient } from '../measure/bench-client.js';
import type { MeasuredProcess } from '../measure/measure-requests.js';
import { openInHelper } from '../shared/open-in-helper.js';
import type { PagePlace } from './page-requests.js';
import type { Cookie, Milliseconds, Opened, ServerOrder, Texts } from './page-server.js';

/** A host with all bricks for schools, in a process of its own. */
export interface MeasuredPlace extends PagePlace, MeasuredProcess, Stoppable {
  /** The time of the statement that finds the pupils of a class, in milliseconds: the median of so many times. */
  members(uai: string, classId: string, times: number): Promise<number>;
}

/** @param databaseUrl an empty database; a file of SQLite when it is absent */
export function openPagePlace(databaseUrl: string | undefined, execArgv: readonly string[]): Promise<MeasuredPlace> {
  return openInHelper('../pages/page-server.js', execArgv, async ({ server, folder, keep }) => {
    const ask = <Answer>(order: ServerOrder): Promise<Answer> => server.ask<Answer>(order);
    const { url, ...house } = await ask<Opened>({ kind: 'open', folder, databaseUrl });
    const clients = new Map<string, BenchClient>();
    return {
      ...house,
      /** One session for each person. */
      async client(personId = '') {
        const client = clients.get(personId) ?? keep(new BenchClient(url, await cookieOf(personId)));
        clients.set(personId, client);
        return client;
      },
      statements: async () => (await ask<Texts>({ kind: 'statements' })).texts,
      processor: async () => (await ask<Milliseconds>({ kind: 'processor' })).milliseconds,
      members: async (uai: string, classId: string, times: number) =>
        (await ask<Milliseconds>({ kind: 'members', uai, classId, times })).milliseconds,
    };

    async function cookieOf(personId: string): Promise<string> {
      return (await ask<Cookie>({ kind: 'session', personId })).cookie;
    }
  });
}
