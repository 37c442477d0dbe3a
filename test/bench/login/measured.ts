// SPDX-License-Identifier: EUPL-1.2
import { cpuSeconds } from '../measure/cpu-seconds.js';
import { middleOf, rank, sorted } from '../measure/percentiles.js';
import type { Helper } from './helper-process.js';
import type { LoginsOrder, PagesOrder, Seen } from './visitors.js';

/** A measured server: its processes by name, for the processor time. */
export interface Side {
  readonly name: string;
  readonly pids: Readonly<Record<string, number>>;
}

/** The results of a round; per login or page unless stated otherwise. */
export interface Taken {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  /** Milliseconds of processor time: of the server's processes together, and of the visitors. */
  readonly cpu: number;
  readonly askersCpu: number;
  /** The same for each process, by name. */
  readonly cpuOf: Readonly<Record<string, number>>;
}

/** Runs an order of the visitors and measures results and costs. The processes of `others` are listed, but not added up. */
export async function measured(
  visitors: Helper,
  order: LoginsOrder | PagesOrder,
  { pids }: Side,
  others: Side['pids'] = {},
): Promise<{ readonly taken: Taken; readonly seen: Seen }> {
  const all = Object.entries({ ...pids, ...others });
  const before = all.map(([, pid]) => cpuSeconds(pid));
  const seen = await visitors.ask<Seen>(order);
  const count = seen.milliseconds.length;
  const cpuOf = Object.fromEntries(
    all.map(([name, pid], index) => [name, ((cpuSeconds(pid) - (before[index] ?? NaN)) * 1000) / count]),
  );
  const times = sorted(seen.milliseconds);
  const taken = {
    perSecond: count / seen.seconds,
    p50: rank(times, 0.5),
    p99: rank(times, 0.99),
    bytes: seen.bytes / count,
    cpu: Object.keys(pids).reduce((sum, name) => sum + (cpuOf[name] ?? NaN), 0),
    askersCpu: (seen.cpu * 1000) / count,
    cpuOf,
  };
  return { taken, seen };
}

/** The median of each figure over all rounds. */
export function middleRound(rounds: readonly Taken[]): Taken {
  const middle = (figure: (round: Taken) => number): number => middleOf(rounds.map(figure));
  const names = Object.keys(rounds[0]?.cpuOf ?? {});
  return {
    perSecond: middle((round) => round.perSecond),
    p50: middle((round) => round.p50),
    p99: middle((round) => round.p99),
    bytes: middle((round) => round.bytes),
    cpu: middle((round) => round.cpu),
    askersCpu: middle((round) => round.askersCpu),
    cpuOf: Object.fromEntries(names.map((name) => [name, middle(({ cpuOf }) => cpuOf[name] ?? NaN)])),
  };
}

/** The largest deviation from the median, as a share of it: how stable the machine was. */
export function spread(figures: readonly number[]): number {
  const middle = middleOf(figures);
  return Math.max(...figures.map((figure) => Math.abs(figure - middle) / middle));
}
