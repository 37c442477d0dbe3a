// SPDX-License-Identifier: EUPL-1.2
import { cpuSeconds } from '../measure/cpu-seconds.js';
import { latencyOf, medianOf, type Measure } from '../measure/percentiles.js';
import type { Answer } from '../measure/bench-client.js';
import type { LivretPlace } from './livret-place.js';

/** Requests of one kind, such as a page. */
export interface TimedRequest {
  readonly name: string;
  /** Sends the n-th request. @throws Error when the answer is not the expected one */
  send(turn: number): Promise<Answer>;
}

export interface RequestExtent {
  readonly rounds: number;
  /** The number of requests of each kind in each round. */
  readonly requests: number;
}

/** Milliseconds are medians over rounds; `cpu` is the processor time of the host. */
export interface RequestMeasure extends Measure {
  /** Bytes of the body, and of the body as it was sent. */
  readonly bytes: number;
  readonly packed: number;
  /** SQL statements of one request. */
  readonly statements: number;
}

/** The number of requests that are not counted: the others meet compiled code and warm caches. */
const WARM_UP = 20;

/** Measures every kind in each round, so that a disturbance affects all of them alike. */
export async function measureRequests(
  place: LivretPlace,
  kinds: readonly TimedRequest[],
  { rounds, requests }: RequestExtent,
): Promise<ReadonlyMap<string, RequestMeasure>> {
  const sizes = new Map<string, Pick<RequestMeasure, 'bytes' | 'packed' | 'statements'>>();
  for (const { name, send } of kinds) {
    for (let turn = 0; turn < WARM_UP; turn += 1) await send(turn);
    await place.count({ kind: 'statements' });
    const { text, packed } = await send(WARM_UP);
    const statements = await place.count({ kind: 'statements' });
    sizes.set(name, { bytes: Buffer.byteLength(text), packed, statements });
  }
  const measured = new Map<string, Measure[]>(kinds.map(({ name }) => [name, []]));
  let turn = WARM_UP + 1;
  for (let round = 0; round < rounds; round += 1, turn += requests) {
    for (const { name, send } of kinds) {
      const times: number[] = [];
      const before = cpuSeconds(place.pid);
      for (let more = 0; more < requests; more += 1) times.push((await send(turn + more)).milliseconds);
      const cpu = ((cpuSeconds(place.pid) - before) * 1000) / requests;
      measured.get(name)?.push({ ...latencyOf(times), cpu });
    }
  }
  const none = { bytes: NaN, packed: NaN, statements: NaN };
  return new Map([...measured].map(([name, rounds]) => [name, { ...medianOf(rounds), ...(sizes.get(name) ?? none) }]));
}
