// SPDX-License-Identifier: EUPL-1.2
import type { Stoppable } from '../../services/index.js';
import { startHelper } from '../login/helper-process.js';
import { BenchClient } from '../measure/bench-client.js';
import type { MeasuredRequest } from '../measure/measure-requests.js';
import type { FloorOpened, FloorOrder } from './floor-server.js';

/** The name of the floor page among requests. */
export const FLOOR = 'floor page';

/** The number of floor pages in a row, each of a millisecond, and of other kinds between two such rows. */
const LEAST = 60;
const BETWEEN = 4;

/** The page beside which those of the host are measured, and the process that serves it. */
export interface Floor extends Stoppable {
  /** Puts the floor page between requests of others: on a busy machine it meets the same disturbances. */
  between(others: readonly MeasuredRequest[]): readonly MeasuredRequest[];
}

export async function openFloor(): Promise<Floor> {
  const helper = startHelper('../floor/floor-server.js');
  const ask = <Answer>(order: FloorOrder): Promise<Answer> => helper.ask<Answer>(order);
  try {
    const { port } = await ask<FloorOpened>({ kind: 'open' });
    const visitor = new BenchClient(`http://127.0.0.1:${port}`, 's42');
    const server = {
      processor: async () => (await ask<{ readonly milliseconds: number }>({ kind: 'processor' })).milliseconds,
      statements: () => Promise.resolve(['SELECT … FROM visitor']),
    };
    const stop = async (): Promise<void> => {
      visitor.close();
      await helper.stop();
    };
    const request = { name: FLOOR, server, least: LEAST, send: () => visitor.page('/') };
    const between = (others: readonly MeasuredRequest[]): readonly MeasuredRequest[] =>
      others.flatMap((other, index) => (index % BETWEEN === 0 ? [request, other] : [other]));
    return { between, stop };
  } catch (error) {
    await helper.stop();
    throw error;
  }
}
