// SPDX-License-Identifier: EUPL-1.2
import type { Stoppable } from '../../services/index.js';
import { BenchClient } from '../measure/bench-client.js';
import { openInHelper } from '../shared/open-in-helper.js';
import type { LargeSchool } from './large-school.js';
import type { Cookies, Opened, ServerOrder } from './message-server.js';

/** A host with two schools in a process of its own. */
export interface BenchPlace extends Stoppable {
  readonly url: string;
  readonly pid: number;
  readonly small: LargeSchool;
  readonly large: LargeSchool;
  ask<Answer>(order: ServerOrder): Promise<Answer>;
  cookiesOf(personIds: readonly string[]): Promise<readonly string[]>;
  /** Pages come uncompressed, as those of the peer do. */
  visitor(personId: string): Promise<BenchClient>;
}

/** @param databaseUrl an empty database; a file of SQLite when it is absent */
export function openPlace(databaseUrl: string | undefined, execArgv: readonly string[]): Promise<BenchPlace> {
  return openInHelper('../messaging/message-server.js', execArgv, async ({ server, folder }) => {
    const ask = <Answer>(order: ServerOrder): Promise<Answer> => server.ask<Answer>(order);
    const { url, schools } = await ask<Opened>({ kind: 'open', folder, databaseUrl });
    const [small, large] = schools;
    if (!small || !large) throw new Error('The schools are missing.');
    const cookiesOf = async (personIds: readonly string[]): Promise<readonly string[]> =>
      (await ask<Cookies>({ kind: 'sessions', personIds })).cookies;
    const visitor = async (personId: string): Promise<BenchClient> =>
      new BenchClient(url, (await cookiesOf([personId]))[0] ?? '', 'identity');
    return { url, pid: server.pid, small, large, ask, cookiesOf, visitor };
  });
}
