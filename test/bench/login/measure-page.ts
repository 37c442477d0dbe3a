// SPDX-License-Identifier: EUPL-1.2
import type { Helper } from './helper-process.js';
import { measured, middleRound, spread, type Side, type Taken } from './measured.js';
import type { PagesOrder } from './visitors.js';

export interface PageSide extends Side {
  readonly visitors: PagesOrder['visitors'];
}

export interface PageExtent {
  readonly connections: number;
  /** The duration of each measurement in each round. */
  readonly seconds: number;
  readonly rounds: number;
}

export interface PageTaken {
  readonly most: Taken;
  readonly spread: number;
  /** The results of all sides at half of the maximum load of the first one: requests come whether or not earlier ones are answered. */
  readonly half: Taken;
}

/** Measures in each round the maximum load, then half of the maximum of the first side, ours: it sets the pace of the other. */
export async function measurePage(
  visitors: Helper,
  sides: readonly PageSide[],
  { connections, seconds, rounds }: PageExtent,
): Promise<Map<string, PageTaken>> {
  const order = { kind: 'pages', connections, seconds } as const;
  const most = new Map<string, Taken[]>(sides.map(({ name }) => [name, []]));
  const half = new Map<string, Taken[]>(sides.map(({ name }) => [name, []]));
  for (const side of sides) await visitors.ask({ ...order, visitors: side.visitors, seconds: 2 });
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      most.get(side.name)?.push((await measured(visitors, { ...order, visitors: side.visitors }, side)).taken);
    }
    const rate = (most.get(sides[0]?.name ?? '')?.at(-1)?.perSecond ?? NaN) / 2;
    for (const side of sides) {
      half.get(side.name)?.push((await measured(visitors, { ...order, visitors: side.visitors, rate }, side)).taken);
    }
  }
  return new Map(
    sides.map(({ name }) => {
      const rates = most.get(name) ?? [];
      const restless = spread(rates.map(({ perSecond }) => perSecond));
      return [name, { most: middleRound(rates), spread: restless, half: middleRound(half.get(name) ?? []) }];
    }),
  );
}
