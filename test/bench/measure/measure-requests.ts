// SPDX-License-Identifier: EUPL-1.2
import { cpuSeconds } from './cpu-seconds.js';
import { latencyOf, medianOf, type Measure } from './percentiles.js';
import type { Answer } from './bench-client.js';

/** Requests of one kind, such as a page. */
export interface TimedRequest {
  readonly name: string;
  /** Sends the n-th request. @throws Error when the answer is not the expected one */
  send(turn: number): Promise<Answer>;
}

/** A server in a process of its own. */
export interface MeasuredProcess {
  /** The processor time that the process has had until now, in milliseconds. */
  processor(): Promise<number>;
  /** The texts of the statements since the last call. */
  statements(): Promise<readonly string[]>;
}

/** Requests of one kind, and the server that answers them. */
export interface MeasuredRequest extends TimedRequest {
  readonly server: MeasuredProcess;
  /** The least number of requests in a round, for a page of which few are too quick to be measured. */
  readonly least?: number;
}

export interface RequestExtent {
  readonly rounds: number;
  /** The number of requests of each kind in each round. */
  readonly requests: number;
  /** The process of the database server; absent for SQLite, which works in the process of the host. */
  readonly databasePid?: number | undefined;
}

/** Milliseconds are medians over rounds; `cpu` is the processor time of the server. */
export interface RequestMeasure extends Measure {
  /** The processor time of the database server, the mean over rounds; 0 on SQLite. */
  readonly database: number;
  /** Bytes of the body, and of the body as it was sent. */
  readonly bytes: number;
  readonly packed: number;
  /** The SQL statements of one request. */
  readonly statements: readonly string[];
}

/** The number of requests that are not counted: the others meet compiled code and warm caches. */
const WARM_UP = 20;
/** Of these, the number by which statements are counted. */
const TRIES = 3;

interface Taken {
  readonly size: Pick<RequestMeasure, 'bytes' | 'packed' | 'statements'>;
  readonly measures: Measure[];
  database: number;
}

/**
 * Measures every kind in each round, so that a disturbance affects all of them alike. A kind that is named several times, as the floor page
 * between others, is measured as often in each round.
 */
export async function measureRequests(
  kinds: readonly MeasuredRequest[],
  { rounds, requests, databasePid }: RequestExtent,
): Promise<ReadonlyMap<string, RequestMeasure>> {
  const all = new Map<string, Taken>();
  for (const request of kinds)
    if (!all.has(request.name)) all.set(request.name, { size: await warmUp(request), measures: [], database: 0 });
  const ofDatabase = (): number => (databasePid === undefined ? 0 : cpuSeconds(databasePid) * 1000);
  let turn = Math.max(WARM_UP, ...kinds.map(({ least = 0 }) => least));
  for (let round = 0; round < rounds; round += 1, turn += requests) {
    for (const { name, send, server, least = 0 } of kinds) {
      const count = Math.max(requests, least);
      const times: number[] = [];
      const [before, databaseBefore] = [await server.processor(), ofDatabase()];
      for (let more = 0; more < count; more += 1) times.push((await send(turn + more)).milliseconds);
      const cpu = ((await server.processor()) - before) / count;
      const taken = all.get(name);
      taken?.measures.push({ ...latencyOf(times), cpu });
      if (taken) taken.database += (ofDatabase() - databaseBefore) / count / rounds;
    }
  }
  return new Map(
    [...all].map(([name, { size, measures, database }]) => [name, { ...medianOf(measures), ...size, database }]),
  );
}

/** The host has statements of its own, such as the one that ends responses of ended sessions: the least of three is the page alone. */
async function warmUp({ send, server, least = 0 }: MeasuredRequest): Promise<Taken['size']> {
  const sizes: Taken['size'][] = [];
  for (let turn = 0; turn < Math.max(WARM_UP, least); turn += 1) {
    await server.statements();
    const { text, packed } = await send(turn);
    sizes.push({ bytes: Buffer.byteLength(text), packed, statements: await server.statements() });
  }
  const [size] = sizes.slice(-TRIES).sort((one, other) => one.statements.length - other.statements.length);
  return size ?? { bytes: NaN, packed: NaN, statements: [] };
}
