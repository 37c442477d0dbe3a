// SPDX-License-Identifier: EUPL-1.2
import type { Helper } from './helper-process.js';
import { measured, middleRound, spread, type Side, type Taken } from './measured.js';

export interface LoginsExtent {
  readonly browsers: number;
  /** The number of logins in each round. */
  readonly logins: number;
  readonly rounds: number;
}

export interface LoginSide extends Side {
  /** The URL of the first page. */
  readonly url: string;
}

export interface LoginPlace {
  readonly visitors: Helper;
  readonly stub: Helper;
  readonly ca: string;
}

export interface LoginsTaken extends Taken {
  readonly requests: number;
  /** The `spread` of the logins in a second. */
  readonly spread: number;
}

/** Measures each side in each round, so that a disturbance affects all of them alike. */
export async function measureLogins(
  { visitors, stub, ca }: LoginPlace,
  sides: readonly LoginSide[],
  { browsers, logins, rounds }: LoginsExtent,
): Promise<Map<string, LoginsTaken>> {
  const taken = new Map<string, Taken[]>(sides.map(({ name }) => [name, []]));
  const requests = new Map<string, number>();
  const order = { kind: 'logins', ca, browsers, keep: 1 } as const;
  for (const { url } of sides) await visitors.ask({ ...order, url, count: logins });
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      const ordered = { ...order, url: side.url, count: logins };
      const { taken: one, seen } = await measured(visitors, ordered, side, { SSO: stub.pid });
      taken.get(side.name)?.push(one);
      requests.set(side.name, seen.cameIn[0]?.requests ?? NaN);
    }
  }
  return new Map(
    [...taken].map(([name, each]) => {
      const restless = spread(each.map(({ perSecond }) => perSecond));
      return [name, { ...middleRound(each), requests: requests.get(name) ?? NaN, spread: restless }];
    }),
  );
}
