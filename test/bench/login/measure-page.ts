// SPDX-License-Identifier: EUPL-1.2
import type { Helper } from './helper-process.js';
import { measured, middleRound, spread, type Side, type Taken } from './measured.js';
import type { PagesOrder } from './visitors.js';

export interface PageSide extends Side {
  readonly visitors: PagesOrder['visitors'];
}

export interface PageExtent {
  readonly connections: number;
  /** Of each measure in each round. */
  readonly seconds: number;
  readonly rounds: number;
}

export interface PageTaken {
  readonly most: Taken;
  readonly spread: number;
  /** At half of what the first side can at most, of all sides: requests come whether or not those before are answered. */
  readonly half: Taken;
}

/** As many as can be, then at half of that. The first side is ours; what it can do sets the pace of the other. */
export async function measurePage(
  visitors: Helper,
  sides: readonly PageSide[],
  { connections, seconds, rounds }: PageExtent,
): Promise<Map<string, PageTaken>> {
  const order = { kind: 'pages', connections, seconds } as const;
  const inRounds = async (rate?: number): Promise<Map<string, Taken[]>> => {
    const taken = new Map<string, Taken[]>(sides.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const side of sides) {
        const ordered = { ...order, visitors: side.visitors, ...(rate !== undefined && { rate }) };
        taken.get(side.name)?.push((await measured(visitors, ordered, side)).taken);
      }
    }
    return taken;
  };
  for (const side of sides) await visitors.ask({ ...order, visitors: side.visitors, seconds: 2 });
  const most = await inRounds();
  const ours = middleRound(most.get(sides[0]?.name ?? '') ?? []);
  const half = await inRounds(ours.perSecond / 2);
  return new Map(
    sides.map(({ name }) => {
      const rates = most.get(name) ?? [];
      const restless = spread(rates.map(({ perSecond }) => perSecond));
      return [name, { most: middleRound(rates), spread: restless, half: middleRound(half.get(name) ?? []) }];
    }),
  );
}
